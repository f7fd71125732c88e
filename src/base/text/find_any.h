// What std::string_view finds by a call for each byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace harden {

// find_first_of() for a few characters, each of which is a bit.
constexpr std::size_t find_any_of(std::string_view text, std::string_view any,
                                  std::size_t from = 0) {
  std::uint64_t bits[4] = {};
  for (const char c : any) {
    const auto byte = static_cast<unsigned char>(c);
    bits[byte / 64] |= std::uint64_t{1} << byte % 64;
  }
  for (std::size_t at = from; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((bits[byte / 64] >> byte % 64 & 1) != 0) return at;
  }
  return std::string_view::npos;
}

// find() of a word of two letters or more: the second tells most places that
// only begin like it.
constexpr bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word[0]); at != std::string_view::npos;
       at = text.find(word[0], at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.size() < word.size()) return false;
    if (rest[1] == word[1] && rest.starts_with(word)) return true;
  }
  return false;
}

}  // namespace harden
