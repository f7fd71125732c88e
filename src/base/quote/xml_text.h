// Text of unknown origin in XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// As one line, for attributes. What XML cannot hold (controls, bytes that are
// not UTF-8) is made visible, as in the report for people.
std::string xml_attribute(std::string_view text);

// The same for the text of an element; lines stay.
std::string xml_text(std::string_view text);

}  // namespace harden
