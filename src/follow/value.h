// What is known of a string while a script is followed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

struct Value {
  std::string text;  // as written when it is not known
  bool known = false;
  // It is so unless somebody says otherwise with `docker run -e`: good for a
  // path or a program's name, not for a condition.
  bool soft = false;
  // Nothing has set it: `${NAME-default}` is the default. Empty, then.
  bool unset = false;

  static Value of(std::string text) { return {std::move(text), true}; }
  static Value unknown(std::string text = {}) {
    return {std::move(text), false};
  }
  // Of a variable that nothing has set.
  static Value nothing() { return {{}, true, false, true}; }
  // What a condition may rely on.
  bool certain() const { return known && !soft; }
  friend bool operator==(const Value&, const Value&) = default;
};

// One field of an expanded command line.
struct FieldValue {
  Value value;
  bool any_number = false;  // none, one or several fields
  Span span = {};           // the word that it came from
};

}  // namespace harden
