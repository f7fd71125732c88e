// Text of unknown origin, made safe to print on a terminal.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace harden {

// What stands on the terminal for some bytes of the input.
struct Cell {
  std::string text;
  std::uint32_t width = 1;   // columns
  std::uint32_t offset = 0;  // of its first byte in the input
};

// A line's bytes as cells. Controls become their Unicode pictures (␛), bytes
// that are not UTF-8 their number (<FF>), characters that turn or hide text
// theirs (<U+202E>); tabs fill up to a multiple of four. A byte order mark in
// front takes no place. No more than `most_columns` and the one behind them.
std::vector<Cell> visible_cells(
    std::string_view line,
    std::uint32_t most_columns = std::numeric_limits<std::uint32_t>::max());

// In backticks, as messages name what stands in a file; of a text with more
// than so many bytes the beginning.
std::string in_backticks(std::string_view text, std::size_t most = 60);

// Whether each byte is a character of ASCII that is printed as it is.
bool is_plain(std::string_view text);

// The same as one string; line ends become ␊ and tabs a blank.
std::string visible(std::string_view text);

// The same for several lines: line ends and tabs stay.
std::string visible_lines(std::string_view text);

}  // namespace harden
