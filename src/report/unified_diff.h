// The difference of two texts, as `diff -u` writes it and `patch` reads it.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Empty when the texts are equal. Lines keep their own endings, so CRLF files
// give CRLF lines. Three lines of context.
std::string unified_diff(std::string_view old_name, std::string_view new_name,
                         std::string_view old_text, std::string_view new_text);

// The same diff with its lines coloured, for a terminal.
std::string colour_diff(std::string_view diff);

}  // namespace harden
