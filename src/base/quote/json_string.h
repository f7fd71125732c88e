// Strings as an exec form holds them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harden {

std::string json_string(std::string_view text);  // quotes included
std::string json_character(char c);              // between quotes

// `["nginx", "-g", "daemon off;"]`
std::string json_list(const std::vector<std::string>& texts);

}  // namespace harden
