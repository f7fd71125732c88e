#include "base/toml/toml_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/source/source_file.h"
#include "base/text/word_list.h"
#include "base/text/word_lists.h"

namespace harden {

void TomlValue::fail(const std::string& message) const {
  const toml::source_position& place = node.source().begin;
  throw BadInput(file, message, place.line, place.column);
}

void TomlValue::refuse(const std::string& expected) const {
  fail(fmt::format("`{}` must be {}", key, expected));
}

std::string TomlValue::text() const {
  auto result = node.value_exact<std::string>();
  if (!result) refuse("a string");
  return *std::move(result);
}

bool TomlValue::flag() const {
  const auto value = node.value_exact<bool>();
  if (!value) refuse("true or false");
  return *value;
}

std::vector<TomlValue> TomlValue::items(const std::string& expected) const {
  const toml::array* list = node.as_array();
  if (list == nullptr) refuse(expected);
  std::vector<TomlValue> result;
  for (const toml::node& it : *list) result.push_back({key, it, file});
  return result;
}

std::vector<std::string> TomlValue::texts() const {
  std::vector<std::string> result;
  for (const TomlValue& it : items("a list of strings")) {
    result.push_back(it.text());
  }
  return result;
}

const toml::table& TomlValue::table() const {
  const toml::table* result = node.as_table();
  if (result == nullptr) refuse("a table");
  return *result;
}

void TomlValue::refuse_word(std::span<const std::string_view> allowed) const {
  refuse(word_list(allowed) + did_you_mean(closest(text(), allowed), "; "));
}

std::string TomlValue::place() const {
  return fmt::format("{}:{}", file, node.source().begin.line);
}

std::string quoted_word(std::string_view text) {
  constexpr std::size_t shown = 60;
  std::string result = "`" + std::string(text.substr(0, shown));
  if (text.size() > shown) result += "...";
  std::ranges::replace_if(
      result,
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
      '?');
  return result + "`";
}

std::string unknown_word(std::string_view kind, std::string_view word,
                         std::span<const std::string_view> known) {
  return fmt::format("unknown {} {}{}", kind, quoted_word(word),
                     did_you_mean(closest(word, known), ", "));
}

void refuse_key(const toml::key& key, std::span<const std::string_view> known,
                const std::string& file) {
  const toml::source_position& place = key.source().begin;
  throw BadInput(file, unknown_word("key", key.str(), known), place.line,
                 place.column);
}

}  // namespace harden
