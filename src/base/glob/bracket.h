// Bracket expressions, `[a-z]`, as git and the shells read them.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/glob/character_set.h"

namespace harden {

struct Bracket {
  CharacterSet set;
  std::size_t end = 0;  // behind the closing bracket; 0 when there is none
  bool unknown_class = false;  // `[:word:]`
  // What the shells do not agree on: `[=a=]`, `[.a.]`, `[:` without its end,
  // ranges from high to low.
  bool disputed = false;
};

// `at` is the opening bracket. A `!`, and a `^` where `caret` says so, negate;
// a backslash takes what follows as it is; a `]` that comes first belongs to
// the set.
Bracket read_bracket(std::string_view pattern, std::size_t at, bool caret);

}  // namespace harden
