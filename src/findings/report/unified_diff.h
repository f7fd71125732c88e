// The difference of two texts, as `diff -u` writes it and `patch` reads it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace harden {

// Empty when the texts are equal. Lines keep their own endings, so CRLF files
// give CRLF lines. Three lines of context.
std::string unified_diff(std::string_view old_name, std::string_view new_name,
                         std::string_view old_text, std::string_view new_text);

struct HunkStyle {
  std::size_t context = 3;  // lines before and after a change
  // The numbers of the texts' first lines, where they are parts of others.
  std::size_t old_line = 1;
  std::size_t new_line = 1;
};

// The hunks alone, without the names.
std::string diff_hunks(std::string_view old_text, std::string_view new_text,
                       const HunkStyle& style);

// The same diff with its lines coloured, for a terminal.
std::string colour_diff(std::string_view diff);

}  // namespace harden
