// Lists of words in one text, with blanks between: "java javaw".
#pragma once

#include <algorithm>
#include <string_view>

namespace harden {

// Calls `found(word)` for each, until it returns true; whether it did.
template <typename Found>
constexpr bool any_word(std::string_view words, Found found) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (!word.empty() && found(word)) return true;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return false;
}

constexpr bool has_word(std::string_view words, std::string_view word) {
  return any_word(words, [&](std::string_view it) { return it == word; });
}

}  // namespace harden
