// Values of TOML files, with the mistakes that are made in them. What is wrong
// is thrown as BadInput, with the place in the file.
#pragma once

#include <toml++/toml.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/enum_words.h"

namespace harden {

// One key with its value.
struct TomlValue {
  std::string_view key;
  const toml::node& node;
  const std::string& file;  // for messages

  [[noreturn]] void fail(const std::string& message) const;
  // "`key` must be EXPECTED"
  [[noreturn]] void refuse(const std::string& expected) const;

  std::string text() const;
  bool flag() const;
  std::vector<std::string> texts() const;
  // The values of a list; `expected` is what it must be otherwise.
  std::vector<TomlValue> items(const std::string& expected) const;
  const toml::table& table() const;
  // One word of a WordTable.
  template <typename Table>
  auto one_of(const Table& table) const {
    const auto found = table.find(text());
    if (!found) refuse_word(table.all());
    return *found;
  }
  [[noreturn]] void refuse_word(
      std::span<const std::string_view> allowed) const;

  // "harden.toml:12"
  std::string place() const;
};

// "unknown KIND `word`, did you mean `other`?"
std::string unknown_word(std::string_view kind, std::string_view word,
                         std::span<const std::string_view> known);
// What the user wrote, in backquotes, fit for a line on a terminal.
std::string quoted_word(std::string_view text);

[[noreturn]] void refuse_key(const toml::key& key,
                             std::span<const std::string_view> known,
                             const std::string& file);

}  // namespace harden
