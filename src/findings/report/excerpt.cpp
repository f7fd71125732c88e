#include "findings/report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/quote/visible_text.h"

namespace harden {
namespace {

// A line may be megabytes; nothing farther away than this is looked at. A
// column may take many bytes, and takes one in plain text.
constexpr std::uint32_t nearby_bytes = 800;
constexpr std::uint32_t nearby_plain_bytes = shown_width;
constexpr std::string_view cut_mark = "…";

struct LineMark {
  Position begin;
  std::uint32_t size = 0;  // bytes, on the first line only
  bool primary = false;
  std::string_view message;
};

std::string_view line_bytes(const SourceFile& source, std::uint32_t number) {
  auto line = source.line(number);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

LineMark make_mark(const SourceFile& source, Span span, bool primary,
                   std::string_view message) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  LineMark mark{source.position(span.begin), 0, primary, message};
  const auto line = line_bytes(source, mark.begin.line);
  const auto length = static_cast<std::uint32_t>(line.size());
  mark.begin.column = std::min(mark.begin.column, length + 1);
  mark.size = std::min(span.size(), length + 1 - mark.begin.column);
  return mark;
}

// A stretch of a line as it stands on the terminal, and the columns of a mark
// in it.
struct LineWindow {
  std::string text;
  std::uint32_t begin = 0;
  std::uint32_t width = 0;
};

std::uint32_t total_width(const std::vector<Cell>& cells) {
  std::uint32_t width = 0;
  for (const auto& cell : cells) width += cell.width;
  return width;
}

// Moves to the first byte of a UTF-8 character.
std::uint32_t align(std::string_view line, std::uint32_t offset) {
  while (offset > 0 && offset < line.size() &&
         (static_cast<unsigned char>(line[offset]) & 0xc0) == 0x80) {
    --offset;
  }
  return offset;
}

// The part of a line around a place; `from` is its offset in the line.
struct NearbyCells {
  std::vector<Cell> cells;
  std::uint32_t from = 0;
  bool whole = false;  // it is all of the line and fits
};

Span around(std::string_view line, std::uint32_t place, std::uint32_t reach) {
  const auto size = static_cast<std::uint32_t>(line.size());
  const std::uint32_t from = align(line, place > reach ? place - reach : 0);
  return {from, std::min(size, from + 2 * reach)};
}

NearbyCells nearby(std::string_view line, std::uint32_t place) {
  Span there = around(line, place, nearby_plain_bytes);
  if (!is_plain(line.substr(there.begin, there.size()))) {
    there = around(line, place, nearby_bytes);
  }
  NearbyCells result;
  result.from = there.begin;
  const auto part = line.substr(there.begin, there.size());
  result.cells = visible_cells(part);
  for (auto& cell : result.cells) cell.offset += result.from;
  result.whole =
      part.size() == line.size() && total_width(result.cells) <= shown_width;
  return result;
}

// The first cell to show, so that the place comes early enough in the window.
std::size_t first_shown_cell(const NearbyCells& part, std::uint32_t place) {
  std::uint32_t column = 0;
  std::size_t index = 0;
  for (; index < part.cells.size(); ++index) {
    if (part.cells[index].offset >= place) break;
    column += part.cells[index].width;
  }
  if (part.whole || (part.from == 0 && column <= shown_width / 2)) return 0;
  std::uint32_t lead = 0;
  while (index > 0 && lead < shown_lead_in) lead += part.cells[--index].width;
  return index;
}

LineWindow window(std::string_view line, const LineMark& mark) {
  const std::uint32_t place = mark.begin.column - 1;
  const NearbyCells part = nearby(line, place);
  std::size_t index = first_shown_cell(part, place);
  const bool cut = index > 0 || part.from > 0;
  LineWindow result{cut ? std::string(cut_mark) : "", 0, 0};
  std::uint32_t shown = cut ? 1 : 0;
  result.begin = shown;
  for (; index < part.cells.size(); ++index) {
    const Cell& cell = part.cells[index];
    if (!part.whole && shown + cell.width >= shown_width) {
      result.text += cut_mark;
      break;
    }
    result.text += cell.text;
    shown += cell.width;
    if (cell.offset < place) result.begin = shown;
    if (cell.offset >= place && cell.offset < place + mark.size) {
      result.width += cell.width;
    }
  }
  result.width = std::max(result.width, 1U);
  return result;
}

void write_mark(std::string& out, const LineMark& mark, std::uint32_t gutter,
                const std::string& underline, const LineWindow& shown,
                bool with_line, const Palette& palette) {
  if (with_line) {
    out += palette.gutter(fmt::format("{:>{}} |", mark.begin.line, gutter));
    if (!shown.text.empty()) out += ' ' + shown.text;
    out += '\n';
  }
  out += palette.gutter(fmt::format("{:>{}} |", "", gutter));
  out += std::string(shown.begin + 1, ' ') + underline;
  if (!mark.message.empty()) out += ' ' + visible(mark.message);
  out += '\n';
}

std::vector<LineMark> collect_marks(const SourceFile& source,
                                    const Diagnostic& diagnostic) {
  std::vector<LineMark> marks;
  marks.push_back(make_mark(source, diagnostic.span, true, {}));
  for (const auto& label : diagnostic.labels) {
    marks.push_back(make_mark(source, label.span, false, label.message));
  }
  std::ranges::stable_sort(marks, {},
                           [](const LineMark& it) { return it.begin.line; });
  return marks;
}

}  // namespace

Excerpt excerpt(const SourceFile& source, const Diagnostic& diagnostic,
                bool fixed, const Palette& palette) {
  const auto marks = collect_marks(source, diagnostic);
  Excerpt result;
  result.gutter = static_cast<std::uint32_t>(
      fmt::formatted_size("{}", marks.back().begin.line));
  std::uint32_t previous_line = 0;
  std::string previous_text;
  for (const auto& mark : marks) {
    const auto shown = window(line_bytes(source, mark.begin.line), mark);
    const std::string line(shown.width, mark.primary ? '^' : '-');
    const auto underline = !mark.primary ? palette.gutter(line)
                           : fixed       ? palette.good(line)
                                   : palette.of(diagnostic.severity, line);
    // Two marks of one line share it, unless it had to be cut elsewhere.
    const bool again =
        mark.begin.line == previous_line && shown.text == previous_text;
    write_mark(result.text, mark, result.gutter, underline, shown, !again,
               palette);
    previous_line = mark.begin.line;
    previous_text = shown.text;
  }
  return result;
}

}  // namespace harden
