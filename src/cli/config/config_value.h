// Values of harden.toml, with the mistakes that are made in them.
#pragma once

#include <toml++/toml.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/text/enum_words.h"

namespace harden::cli {

// One key with its value. All throw BadInput with the place.
struct ConfigValue {
  std::string_view key;
  const toml::node& node;
  const std::string& file;  // for messages

  [[noreturn]] void refuse(const std::string& expected) const;
  std::string text() const;
  bool flag() const;
  const toml::table& table() const;
  std::vector<std::string> texts() const;
  // One word of a WordTable.
  template <typename Table>
  auto one_of(const Table& table) const {
    const auto found = table.find(text());
    if (!found) refuse_word(table.all());
    return *found;
  }
  [[noreturn]] void refuse_word(
      std::span<const std::string_view> allowed) const;
  // A list of codes and names.
  std::vector<RuleId> rules() const;
  // "harden.toml:12"
  std::string place() const;
};

// The rule of a code or name that stands at the node.
RuleId config_rule(std::string_view word, const toml::node& node,
                   const std::string& file);

}  // namespace harden::cli
