#include "harden/edit.h"

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

std::uint32_t offset_before_edits(const std::vector<Edit>& edits,
                                  std::uint32_t offset) {
  std::vector<Edit> sorted = edits;
  sort_by_place(sorted);
  std::uint64_t grown = 0;   // bytes of the edited text up to here
  std::uint32_t source = 0;  // bytes of the text before, up to here
  for (const Edit& edit : sorted) {
    std::uint64_t kept = edit.span.begin - source;
    if (offset < grown + kept) break;
    grown += kept;
    source = edit.span.begin;
    if (offset < grown + edit.text.size()) return source;
    grown += edit.text.size();
    source = edit.span.end;
  }
  return static_cast<std::uint32_t>(source + (offset - grown));
}

}  // namespace harden
