#include "findings/report/fix_diff.h"

#include <algorithm>
#include <utility>
#include <vector>

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
  std::stable_sort(
      edits.begin(), edits.end(),
      [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
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
    moved += std::count(after.begin(), after.end(), '\n') -
             std::count(before.begin(), before.end(), '\n');
  }
  return result.size() > 2 * largest ? std::nullopt
                                     : std::optional(std::move(result));
}

}  // namespace harden
