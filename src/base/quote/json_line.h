// Pieces of reports in JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/libraries/json.h"
#include "base/source/diagnostic.h"
#include "base/source/text_places.h"

namespace harden {

// Keys stay as they are put in: reports of the same findings are the same.
using Json = nlohmann::ordered_json;

// On one line; bytes that are not UTF-8 become U+FFFD.
inline std::string json_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// null for an empty text.
inline Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

// Members of a list that is written piece by piece: each on its own line.
class JsonList {
 public:
  explicit JsonList(std::string indent) : indent_(std::move(indent)) {}
  std::string next(const std::string& member) {
    std::string text = (empty_ ? "\n" : ",\n") + indent_ + member;
    empty_ = false;
    return text;
  }

 private:
  std::string indent_;
  bool empty_ = true;
};

// Whether all of its texts can stand in JSON as they are.
bool is_exact(const Fix& fix);

}  // namespace harden
