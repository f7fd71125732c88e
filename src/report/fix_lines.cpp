#include "report/fix_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/fix_diff.h"
#include "report/visible_text.h"

namespace harden {
namespace {

constexpr std::size_t most_lines = 12;
constexpr std::uint32_t max_width = 100;

std::string cut(std::string_view line) {
  std::string result;
  std::uint32_t width = 0;
  for (const Cell& cell : visible_cells(line, max_width)) {
    width += cell.width;
    if (width > max_width) return result + "…";
    result += cell.text;
  }
  return result;
}

std::string painted(std::string_view line, const Palette& palette) {
  const std::string text = cut(line);
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
  for (std::size_t i = 0; i < most_lines && !rest.empty(); ++i) {
    result += lead + painted(next_line(rest), palette) + '\n';
  }
  const auto more = std::count(rest.begin(), rest.end(), '\n');
  if (more > 0) result += fmt::format("{}… {} more lines\n", lead, more);
  return result;
}

}  // namespace harden
