// The keys that a table may have, as a list: what each does with its value.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/toml/toml_value.h"

namespace harden {

template <typename Target>
struct TomlKey {
  std::string_view name;
  // Throws BadInput for a value that makes no sense.
  void (*read)(const TomlValue& value, Target& target);
};

template <typename Keys>
std::vector<std::string_view> key_names(const Keys& keys) {
  std::vector<std::string_view> names;
  for (const auto& it : keys) names.push_back(it.name);
  return names;
}

// Throws BadInput for a key that is not in the list, with the one that was
// meant. `file` is only for messages.
template <typename Keys, typename Target>
void read_keys(const toml::table& table, const std::string& file,
               const Keys& keys, Target& target) {
  for (const auto& [key, node] : table) {
    const auto known =
        std::ranges::find(keys, key.str(), &TomlKey<Target>::name);
    if (known == std::end(keys)) refuse_key(key, key_names(keys), file);
    known->read({key.str(), node, file}, target);
  }
}

// What most keys do: `{"name", take_text<&Target::name>}`.
template <auto Member, typename Target>
void take_text(const TomlValue& value, Target& target) {
  target.*Member = value.text();
}
template <auto Member, typename Target>
void take_texts(const TomlValue& value, Target& target) {
  target.*Member = value.texts();
}
template <auto Member, typename Target>
void take_flag(const TomlValue& value, Target& target) {
  target.*Member = value.flag();
}
// One word of a WordTable.
template <auto Member, const auto& table, typename Target>
void take_word(const TomlValue& value, Target& target) {
  target.*Member = value.one_of(table);
}

}  // namespace harden
