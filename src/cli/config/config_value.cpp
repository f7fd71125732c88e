#include "cli/config/config_value.h"

#include <fmt/format.h>

#include "base/text/word_lists.h"
#include "cli/options/option_set.h"
#include "cli/search/known_rule.h"
#include "knowledge/config_keys.h"

namespace harden::cli {

void ConfigValue::refuse(const std::string& expected) const {
  knowledge::fail(node, file, fmt::format("`{}` must be {}", key, expected));
}

std::string ConfigValue::text() const {
  return knowledge::read_text(key, node, file);
}

bool ConfigValue::flag() const {
  const auto value = node.value_exact<bool>();
  if (!value) refuse("true or false");
  return *value;
}

const toml::table& ConfigValue::table() const {
  const toml::table* result = node.as_table();
  if (result == nullptr) refuse("a table");
  return *result;
}

std::vector<std::string> ConfigValue::texts() const {
  const toml::array* list = node.as_array();
  if (list == nullptr) refuse("a list of strings");
  std::vector<std::string> result;
  for (const toml::node& it : *list) {
    result.push_back(ConfigValue{key, it, file}.text());
  }
  return result;
}

void ConfigValue::refuse_word(std::span<const std::string_view> allowed) const {
  const auto near = closest(text(), allowed);
  const std::string meant =
      near.empty() ? "" : fmt::format("; did you mean `{}`?", near);
  refuse(word_list(allowed) + meant);
}

std::vector<RuleId> ConfigValue::rules() const {
  const toml::array* list = node.as_array();
  if (list == nullptr) refuse("a list of codes");
  std::vector<RuleId> result;
  for (const toml::node& it : *list) {
    const std::string word = ConfigValue{key, it, file}.text();
    result.push_back(config_rule(word, it, file));
  }
  return result;
}

std::string ConfigValue::place() const {
  return fmt::format("{}:{}", file, node.source().begin.line);
}

RuleId config_rule(std::string_view word, const toml::node& node,
                   const std::string& file) {
  try {
    return known_rule(word).code;
  } catch (const UsageError& error) {
    knowledge::fail(node, file, error.what());
  }
}

}  // namespace harden::cli
