// What is known of a string while a script is followed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "command/command_words.h"

namespace harden {

struct FieldValue;
using Elements = std::vector<FieldValue>;

struct Value {
  std::string text;  // as written when it is not known
  bool known = false;
  // It is so unless somebody says otherwise with `docker run -e`: good for a
  // path or a program's name, not for a condition.
  bool soft = false;
  // Nothing has set it: `${NAME-default}` is the default. Empty, then.
  bool unset = false;
  // Where it comes from when it is not known.
  enum class Origin : std::uint8_t {
    anywhere,
    // One of some texts that are known, or what a user asks for: nothing that
    // makes root of an account.
    told,
    // The name of a file or a line of one: not what the script itself says.
    files,
  };
  Origin origin = Origin::anywhere;
  // When it is one of a few texts: which.
  std::vector<std::string> options = {};
  // Of an array, all of them; the text is that of the first.
  std::shared_ptr<const Elements> elements = nullptr;

  static Value of(std::string text) { return {std::move(text), true}; }
  static Value unknown(std::string text = {}) {
    return {std::move(text), false};
  }
  // Of a variable that nothing has set.
  static Value nothing() { return {{}, true, false, true}; }
  // What a condition may rely on.
  bool certain() const { return known && !soft; }
  friend bool operator==(const Value& left, const Value& right);
};

// One field of an expanded command line.
struct FieldValue {
  Value value;
  bool any_number = false;  // none, one or several fields
  Span span = {};           // the word that it came from

  operator CommandWord() const;
};

// Spans aside.
bool same(const FieldValue& left, const FieldValue& right);

// An array of these.
Value array_of(Elements elements);

// Whether nobody becomes root by running it: see Value::Origin.
bool is_told(const Value& value);

// What is known of a value that is one of two; null for a variable that the
// script does not set.
Value either_of(const Value* left, const Value* right, std::string text);

}  // namespace harden
