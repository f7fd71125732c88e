// Text of unknown origin in YAML.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// A scalar that YAML 1.1 and 1.2 read as this string: plain where no version
// takes it for something else, else in double quotes on one line. Bytes that
// are not UTF-8, which YAML cannot hold, become U+FFFD.
std::string yaml_scalar(std::string_view text);

}  // namespace harden
