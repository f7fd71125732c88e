#include "command/word_reader.h"

#include <algorithm>

#include "base/text/ascii.h"
#include "base/text/utf8.h"

namespace harden {
namespace {

bool begins_name(char c) { return is_letter(c) || c == '_'; }

// POSIX XCU 2.5.2, as BuildKit lists them.
bool is_special_parameter(char c) {
  return std::string_view("@*#?-$!0").find(c) != std::string_view::npos;
}

// Go's unicode.IsLetter beyond ASCII, to the accuracy of whole blocks: signs,
// punctuation and private characters are none, everything else is a letter.
bool is_other_letter(char32_t c) {
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00) return false;
  if (c >= 0x3000 && c < 0x3005) return false;
  if (c >= 0xD800 && c < 0xF900) return false;
  if (c >= 0xFE00 && c < 0xFE70) return false;
  if (c >= 0xFF00 && c < 0xFF21) return false;
  return c < 0xFFE0 || (c >= 0x10000 && c < 0x1F000) ||
         (c >= 0x20000 && c < 0xE0000);
}

}  // namespace

std::size_t WordReader::letter_size(std::size_t at) const {
  if (at >= text_.size()) return 0;
  const char c = text_[at];
  if (begins_name(c) || is_digit(c)) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const Utf8Char decoded = decode_utf8(text_, at);
  return decoded.valid && is_other_letter(decoded.code) ? decoded.size : 0;
}

std::string_view WordReader::name() {
  const std::size_t begin = at_;
  if (!at_end() && is_digit(peek())) {
    while (!at_end() && is_digit(peek())) ++at_;
  } else if (!at_end() && is_special_parameter(peek())) {
    ++at_;
  } else {
    while (const std::size_t size = letter_size(at_)) at_ += size;
  }
  return text_.substr(begin, at_ - begin);
}

std::string_view WordReader::until_any(std::string_view stops) {
  const std::size_t begin = at_;
  // find_first_of() calls memchr() for each byte.
  while (at_ < text_.size() &&
         std::ranges::find(stops, text_[at_]) == stops.end()) {
    ++at_;
  }
  return text_.substr(begin, at_ - begin);
}

std::string_view WordReader::character() {
  if (at_end()) return {};
  const std::size_t begin = at_;
  at_ += decode_utf8(text_, at_).size;
  return text_.substr(begin, at_ - begin);
}

}  // namespace harden
