#include "shell/ansi_escapes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace harden::shell {
namespace {

constexpr std::string_view kLetters = "abeEfnrtv\\'\"?";
constexpr std::string_view kValues = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

// Up to `most` digits; moves `at` behind them.
std::uint32_t number(std::string_view text, std::size_t& at, int base,
                     std::size_t most) {
  std::uint32_t value = 0;
  const std::size_t end = std::min(text.size(), at + most);
  for (; at < end && digit(text[at]) < base; ++at) {
    value = value * static_cast<std::uint32_t>(base) +
            static_cast<std::uint32_t>(digit(text[at]));
  }
  return value;
}

void add_utf8(std::string& result, std::uint32_t c) {
  const auto add = [&](std::uint32_t byte) {
    result += static_cast<char>(static_cast<unsigned char>(byte));
  };
  const auto tail = [&](unsigned shift) { add(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xc0 | (c >> 6));
    return tail(0);
  }
  if (c < 0x10000) {
    add(0xe0 | (c >> 12));
    tail(6);
    return tail(0);
  }
  add(0xf0 | ((c >> 18) & 7));
  tail(12);
  tail(6);
  tail(0);
}

// The escape whose letter stands at `at`; moves behind it.
void add_escape(std::string& result, std::string_view text, std::size_t& at) {
  const char letter = text[at];
  if (const auto found = kLetters.find(letter); found != kLetters.npos) {
    result += kValues[found];
    ++at;
  } else if (letter >= '0' && letter <= '7') {
    result += static_cast<char>(number(text, at, 8, 3) & 0xff);
  } else if (letter == 'x') {
    result += static_cast<char>(number(text, ++at, 16, 2) & 0xff);
  } else if (letter == 'u' || letter == 'U') {
    add_utf8(result, number(text, ++at, 16, letter == 'u' ? 4 : 8));
  } else if (letter == 'c' && at + 1 < text.size()) {
    result += static_cast<char>(text[at + 1] & 0x1f);
    at += 2;
  } else {
    result += '\\';
  }
}

}  // namespace

std::string decode_ansi(std::string_view inside) {
  std::string result;
  std::size_t at = 0;
  while (at < inside.size()) {
    if (inside[at] == '\\' && at + 1 < inside.size()) {
      add_escape(result, inside, ++at);
    } else {
      result += inside[at++];
    }
  }
  return result;
}

}  // namespace harden::shell
