// JSON with the places of its values, for messages about them.
//
// A tree of our own because nlohmann-json forgets where a value stood, and
// keeps the last of two equal keys without a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

struct JsonMember;

struct JsonValue {
  enum class Kind : std::uint8_t { null, truth, number, text, list, object };
  Kind kind = Kind::null;
  Span span;
  std::string text;                 // of a text, a number or a truth
  std::vector<JsonValue> items;     // of a list
  std::vector<JsonMember> members;  // of an object, in their order

  const JsonMember* find(std::string_view key) const;  // null: there is none
};

struct JsonMember {
  std::string key;
  Span key_span;
  JsonValue value;
};

// Throws BadInput with the place: for what is not JSON, for keys that are given
// twice, and for what is larger than 1 MiB or deeper than 16 levels, as no
// profile is.
JsonValue read_json(const SourceFile& source);

}  // namespace harden
