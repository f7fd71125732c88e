#include "base/text/utf8.h"

namespace harden {
namespace {

constexpr char32_t kRawByte = 0xDC00;

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

std::uint32_t sequence_size(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_overlong_or_surrogate(char32_t code, std::size_t size) {
  return (size == 3 && code < 0x800) || (size == 4 && code < 0x10000) ||
         (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF;
}

void append(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (is_raw_byte(code)) {
    put(code - kRawByte);
  } else if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace

Utf8Char decode_utf8(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const std::uint32_t size = sequence_size(lead);
  if (size == 1) return {lead, 1, true};
  if (size == 0) return {lead, 1, false};
  char32_t code = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = byte_at(text, at + i);
    if ((byte & 0xC0) != 0x80) return {lead, 1, false};
    code = code << 6 | (byte & 0x3F);
  }
  if (is_overlong_or_surrogate(code, size)) return {lead, 1, false};
  return {code, size, true};
}

std::u32string to_characters(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  while (!text.empty()) result.push_back(take_character(text));
  return result;
}

char32_t take_character(std::string_view& text) {
  const Utf8Char c = decode_utf8(text, 0);
  text.remove_prefix(c.size);
  return c.valid ? c.code : kRawByte + c.code;
}

bool is_raw_byte(char32_t c) { return c >= kRawByte && c < kRawByte + 0x100; }

std::string to_bytes(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t code : text) append(result, code);
  return result;
}

}  // namespace harden
