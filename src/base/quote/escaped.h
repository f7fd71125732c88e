// Characters of a text that others stand for in some language.
#pragma once

#include <string>
#include <string_view>

#include "base/text/enum_words.h"

namespace harden {

// `word_table<char>({{"&lt;", '<'}, …})` says what stands for what; all others
// stay.
template <typename Table>
std::string escaped(std::string_view text, const Table& table) {
  std::string result;
  for (const char c : text) {
    const std::string_view word = table.of(c);
    if (word.empty()) {
      result += c;
    } else {
      result += word;
    }
  }
  return result;
}

}  // namespace harden
