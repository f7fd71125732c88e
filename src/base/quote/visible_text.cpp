#include "base/quote/visible_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text/utf8.h"

namespace harden {
namespace {

constexpr std::uint32_t tab_width = 4;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct CodeRange {
  char32_t first, last;
};

template <std::size_t N>
bool in(const CodeRange (&ranges)[N], char32_t c) {
  return std::any_of(
      std::begin(ranges), std::end(ranges),
      [c](CodeRange range) { return range.first <= c && c <= range.last; });
}

// C1 controls, what reorders or hides the text around it ("Trojan Source"),
// and what is not a character.
constexpr CodeRange deceiving[] = {
    {0x80, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},
    {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
    {0xfeff, 0xfeff}, {0xfffe, 0xffff}, {0xe0000, 0xe007f}};
constexpr CodeRange combining[] = {
    {0x300, 0x36f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}};
constexpr CodeRange wide[] = {
    {0x1100, 0x115f},   {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},
    {0xffe0, 0xffe6},   {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
    {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};

// U+2400 and following are pictures of the controls.
std::string control_picture(char32_t control) {
  const char32_t picture = control == 0x7f ? 0x2421 : 0x2400 + control;
  return {'\xe2', static_cast<char>(0x80 | ((picture >> 6) & 0x3f)),
          static_cast<char>(0x80 | (picture & 0x3f))};
}

bool is_printed(char c) { return c >= ' ' && c <= '~'; }

Cell escaped_cell(std::string text) {
  const auto width = static_cast<std::uint32_t>(text.size());
  return {std::move(text), width};
}

// The cell for the first character of a text; `length` is how many bytes it
// takes.
Cell first_cell(std::string_view text, std::uint32_t& length) {
  if (is_printed(text.front())) {
    length = 1;
    return {std::string(1, text.front()), 1};
  }
  const Utf8Char c = decode_utf8(text, 0);
  length = c.size;
  if (!c.valid) {
    return escaped_cell(
        fmt::format("<{:02X}>", static_cast<unsigned char>(text.front())));
  }
  if (c.code < 0x20 || c.code == 0x7f) return {control_picture(c.code), 1};
  if (in(deceiving, c.code)) {
    return escaped_cell(fmt::format("<U+{:04X}>", std::uint32_t{c.code}));
  }
  const std::uint32_t width = in(combining, c.code) ? 0
                              : in(wide, c.code)    ? 2
                                                    : 1;
  return {std::string(text.substr(0, c.size)), width};
}

std::string make_visible(std::string_view text, bool keep_lines) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    std::uint32_t length = 1;
    if (keep_lines && (text.front() == '\n' || text.front() == '\t' ||
                       text.starts_with("\r\n"))) {
      result += text.front();
    } else if (text.front() == '\t') {
      result += ' ';
    } else {
      result += first_cell(text, length).text;
    }
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace

std::vector<Cell> visible_cells(std::string_view line,
                                std::uint32_t most_columns) {
  std::vector<Cell> cells;
  cells.reserve(std::min<std::size_t>(line.size(), most_columns));
  std::uint32_t column = 0;
  for (std::uint32_t offset = 0;
       offset < line.size() && column <= most_columns;) {
    std::uint32_t length = 1;
    Cell cell;
    if (offset == 0 && line.starts_with(byte_order_mark)) {
      length = 3;
      cell.width = 0;
    } else if (line[offset] == '\t') {
      cell.width = tab_width - column % tab_width;
      cell.text.assign(cell.width, ' ');
    } else {
      cell = first_cell(line.substr(offset), length);
    }
    cell.offset = offset;
    column += cell.width;
    offset += length;
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::string in_backticks(std::string_view text, std::size_t most) {
  return fmt::format("`{}{}`", text.substr(0, most),
                     text.size() > most ? "…" : "");
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_printed(c); });
}

std::string visible(std::string_view text) {
  return is_plain(text) ? std::string(text) : make_visible(text, false);
}

std::string visible_lines(std::string_view text) {
  return make_visible(text, true);
}

}  // namespace harden
