#include "findings/secrets/entropy.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace harden::rule {

double entropy(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double part =
        static_cast<double>(count) / static_cast<double>(text.size());
    bits -= part * std::log2(part);
  }
  return bits;
}

}  // namespace harden::rule
