// Characters of text that need not be UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace harden {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  // bytes; 0: they are not UTF-8
};

// Of a text that is not empty.
CodePoint first_code_point(std::string_view text);

}  // namespace harden
