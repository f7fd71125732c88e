// An argument of a command, after the shell has expanded it.
#pragma once

#include <string>
#include <utility>

#include "base/source/source_file.h"
#include "command/unknown.h"

namespace harden {

struct Field {
  std::string value;  // as written when it is not known
  bool known = true;
  // `$OPTIONS`, `"$@"` of unknown arguments: none, one or several.
  bool any_number = false;
  Span span = {};  // the word that it came from, in the script's text
  // Of one that is not known, where somebody asked why.
  Unknown why = {};

  static Field unknown(std::string value, Unknown why) {
    return {std::move(value), false, false, {}, std::move(why)};
  }
};

}  // namespace harden
