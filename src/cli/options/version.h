// The version, as CMakeLists.txt has it.
#pragma once

#include <string>
#include <string_view>

namespace harden::cli {

extern const std::string_view version;

// What --version prints.
std::string version_line();

}  // namespace harden::cli
