#include "base/source/diagnostic.h"

#include <algorithm>

namespace harden {

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     return left.span.begin < right.span.begin;
                   });
}

}  // namespace harden
