#include "findings/report/fix_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/quote/visible_text.h"
#include "findings/report/excerpt.h"
#include "findings/report/fix_diff.h"

namespace harden {
namespace {

constexpr std::size_t most_lines = 12;

std::string cut(std::string_view line) {
  const std::string_view head = line.substr(0, shown_width);
  if (is_plain(line.substr(0, shown_width + 1))) {
    return std::string(head) + (head.size() < line.size() ? "…" : "");
  }
  std::string result;
  std::uint32_t width = 0;
  for (const Cell& cell : visible_cells(line, shown_width)) {
    width += cell.width;
    if (width > shown_width) return result + "…";
    result += cell.text;
  }
  return result;
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// Where the lines are to begin so that their first difference can be seen.
std::size_t first_shown_byte(std::string_view removed, std::string_view added) {
  const auto differ = std::mismatch(removed.begin() + 1, removed.end(),
                                    added.begin() + 1, added.end());
  const auto same = static_cast<std::size_t>(differ.first - removed.begin());
  const bool fits = std::max(removed.size(), added.size()) <= shown_width;
  if (fits || same < shown_width / 2) return 1;
  std::size_t from = same - shown_lead_in;
  while (from > 1 && continues_character(removed[from])) --from;
  return from;
}

// The same of a line of a diff: its pair stands above or below it.
std::size_t first_shown_byte(std::span<const std::string_view> lines,
                             std::size_t at) {
  const auto begins = [&](std::size_t i, char sign) {
    return i < lines.size() && lines[i].starts_with(sign);
  };
  if (begins(at, '-') && begins(at + 1, '+')) {
    return first_shown_byte(lines[at], lines[at + 1]);
  }
  if (at > 0 && begins(at, '+') && begins(at - 1, '-')) {
    return first_shown_byte(lines[at - 1], lines[at]);
  }
  return 1;
}

std::string painted_line(std::string_view line, std::size_t from,
                         const Palette& palette) {
  const std::string text =
      from > 1 ? fmt::format("{}…{}", line[0], cut(line.substr(from)))
               : cut(line);
  if (line.starts_with('+')) return palette.good(text);
  if (line.starts_with('-')) return palette.bad(text);
  if (line.starts_with('@')) return palette.gutter(text);
  return text;
}

std::string_view next_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string fix_lines(const SourceFile& source, const Fix& fix,
                      std::uint32_t indent, const Palette& palette) {
  const auto diff = fix_diff(source, fix, 0);
  if (!diff) return {};
  const std::string lead(indent, ' ');
  std::string result;
  std::string_view rest = *diff;
  std::vector<std::string_view> lines;
  while (lines.size() < most_lines && !rest.empty()) {
    lines.push_back(next_line(rest));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    result += lead +
              painted_line(lines[i], first_shown_byte(lines, i), palette) +
              '\n';
  }
  const auto more = std::count(rest.begin(), rest.end(), '\n');
  if (more > 0) result += fmt::format("{}… {} more lines\n", lead, more);
  return result;
}

}  // namespace harden
