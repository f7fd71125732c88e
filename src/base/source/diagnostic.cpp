#include "base/source/diagnostic.h"

#include <algorithm>
#include <stdexcept>

namespace harden {
namespace {

void sort_by_place(std::vector<Edit>& edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& left, const Edit& right) {
                     // An insertion comes before a replacement that begins
                     // where it stands.
                     if (left.span.begin != right.span.begin) {
                       return left.span.begin < right.span.begin;
                     }
                     return left.span.empty() && !right.span.empty();
                   });
}

}  // namespace

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
  sort_by_place(edits);
  std::string result;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.span.begin < done) throw std::logic_error("edits overlap");
    if (edit.span.end < edit.span.begin || edit.span.end > text.size()) {
      throw std::logic_error("an edit lies outside the text");
    }
    result += text.substr(done, edit.span.begin - done);
    result += edit.text;
    done = edit.span.end;
  }
  result += text.substr(done);
  return result;
}

OffsetsBeforeEdits::OffsetsBeforeEdits(std::vector<Edit> edits) {
  sort_by_place(edits);
  std::uint64_t grown = 0;   // bytes of the edited text up to here
  std::uint32_t source = 0;  // bytes of the text before, up to here
  for (const Edit& it : edits) {
    grown += it.span.begin - source;
    places_.push_back({grown, grown + it.text.size(), it.span});
    grown += it.text.size();
    source = it.span.end;
  }
}

std::uint32_t OffsetsBeforeEdits::of(std::uint32_t offset) const {
  // The first edit that ends behind it.
  const auto next = std::upper_bound(
      places_.begin(), places_.end(), offset,
      [](std::uint64_t at, const Place& it) { return at < it.end; });
  if (next != places_.end() && next->begin <= offset) {
    return next->replaced.begin;
  }
  if (next == places_.begin()) return offset;
  const Place& last = next[-1];
  return static_cast<std::uint32_t>(last.replaced.end + (offset - last.end));
}

Span OffsetsBeforeEdits::of(Span span) const {
  const std::uint32_t begin = of(span.begin);
  return {begin, std::max(begin, of(span.end))};
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     return left.span.begin < right.span.begin;
                   });
}

}  // namespace harden
