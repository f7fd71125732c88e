// A range of bytes in a source file.
#pragma once

#include <cstdint>

namespace harden {

// Byte offsets, half open: [begin, end). Inputs are at most 16 MiB, so 32 bits
// are enough.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const {
    return begin <= offset && offset < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace harden
