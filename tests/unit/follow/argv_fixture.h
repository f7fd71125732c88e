// Command lines for tests: words between blanks, 'a b' as one word. A word
// with `$` is not known; `$@` is any number of words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/field.h"

namespace harden {

inline Field to_field(std::string text) {
  Field field;
  field.known = text.find('$') == std::string::npos;
  field.any_number = text == "$@";
  field.value = std::move(text);
  return field;
}

inline std::vector<Field> argv_of(std::string_view line) {
  std::vector<Field> argv;
  std::string word;
  bool quoted = false;
  bool any = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
      any = true;
    } else if (c == ' ' && !quoted) {
      if (any) argv.push_back(to_field(std::exchange(word, {})));
      any = false;
    } else {
      word += c;
      any = true;
    }
  }
  if (any) argv.push_back(to_field(word));
  return argv;
}

}  // namespace harden
