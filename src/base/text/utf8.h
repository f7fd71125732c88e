// Characters of a byte string that is mostly, but not surely, UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace harden {

struct Utf8Char {
  char32_t code = 0;
  std::uint32_t size = 1;  // bytes
  bool valid = false;
};

// The character at `at`, which lies inside the text. A byte that starts none
// counts as one character of one byte.
Utf8Char decode_utf8(std::string_view text, std::size_t at);

// Invalid bytes are kept, as 0xDC00 + byte; to_bytes() is the exact inverse.
std::u32string to_characters(std::string_view text);
std::string to_bytes(std::u32string_view text);
// The first of them, taken off a text that is not empty.
char32_t take_character(std::string_view& text);
bool is_raw_byte(char32_t c);

}  // namespace harden
