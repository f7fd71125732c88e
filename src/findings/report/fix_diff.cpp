#include "findings/report/fix_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/quote/visible_text.h"
#include "findings/report/excerpt.h"
#include "findings/report/unified_diff.h"

namespace harden {
namespace {

constexpr std::size_t largest = std::size_t{16} << 10;

// Edits so near to each other that they share a hunk, and its lines.
struct ChangedLines {
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;
  std::vector<Edit> edits;
};

std::vector<Edit> in_order(std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {},
                           [](const Edit& it) { return it.span.begin; });
  return edits;
}

std::vector<ChangedLines> windows_of(const SourceFile& source, const Fix& fix,
                                     std::uint32_t context) {
  std::vector<ChangedLines> windows;
  const std::uint32_t lines = source.line_count();
  for (Edit& it : in_order(fix.edits)) {
    const std::uint32_t begin = source.position(it.span.begin).line;
    const std::uint32_t end = source.position(it.span.end).line;
    const std::uint32_t first = begin > context ? begin - context : 1;
    if (windows.empty() || first > windows.back().last_line + 1) {
      windows.push_back({first, first, {}});
    }
    ChangedLines& window = windows.back();
    window.last_line =
        std::max(window.last_line, std::min(end + context, lines));
    window.edits.push_back(std::move(it));
  }
  return windows;
}

Span bytes_of(const SourceFile& source, const ChangedLines& window) {
  const auto end = window.last_line < source.line_count()
                       ? source.line_begin(window.last_line + 1)
                       : static_cast<std::uint32_t>(source.bytes().size());
  return {source.line_begin(window.first_line), end};
}

std::string edited(std::string_view text, ChangedLines& window, Span bytes) {
  for (Edit& it : window.edits) {
    it.span.begin -= bytes.begin;
    it.span.end -= bytes.begin;
  }
  return apply_edits(text, std::move(window.edits));
}

}  // namespace

std::optional<std::string> fix_diff(const SourceFile& source, const Fix& fix,
                                    std::uint32_t context) {
  std::string result;
  std::size_t looked_at = 0;
  std::ptrdiff_t moved = 0;  // lines that come before are more by this
  for (ChangedLines& window : windows_of(source, fix, context)) {
    const Span bytes = bytes_of(source, window);
    const std::string_view before = source.text(bytes);
    looked_at += before.size();
    if (looked_at > largest) return std::nullopt;
    const std::string after = edited(before, window, bytes);
    const auto line = static_cast<std::ptrdiff_t>(window.first_line);
    result += diff_hunks(before, after,
                         {context, static_cast<std::size_t>(line),
                          static_cast<std::size_t>(line + moved)});
    moved += std::ranges::count(after, '\n') - std::ranges::count(before, '\n');
  }
  return result.size() > 2 * largest ? std::nullopt
                                     : std::optional(std::move(result));
}

namespace {

constexpr std::size_t most_lines = 12;

std::string cut(std::string_view line) {
  if (line.size() <= shown_width && is_plain(line)) return std::string(line);
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
  const auto more = std::ranges::count(rest, '\n');
  if (more > 0) result += fmt::format("{}… {} more lines\n", lead, more);
  return result;
}

}  // namespace harden
