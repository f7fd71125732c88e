// An argument of a command, after the shell has expanded it.
#pragma once

#include <string>
#include <utility>

#include "base/source/source_file.h"

namespace harden {

struct Field {
  std::string value;  // as written when it is not known
  bool known = true;
  // `$OPTIONS`, `"$@"` of unknown arguments: none, one or several.
  bool any_number = false;
  Span span = {};  // the word that it came from, in the script's text
  // Of one that is not known: "`ARG APP_USER` has no default"; may be empty.
  std::string because = {};

  static Field unknown(std::string value, std::string because) {
    return {std::move(value), false, false, {}, std::move(because)};
  }
};

}  // namespace harden
