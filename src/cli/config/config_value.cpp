#include "cli/config/config_value.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/closest.h"
#include "cli/options/arguments.h"
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

std::size_t ConfigValue::one_of(
    std::span<const std::string_view> allowed) const {
  const std::string word = text();
  const auto found = std::find(allowed.begin(), allowed.end(), word);
  if (found != allowed.end()) {
    return static_cast<std::size_t>(found - allowed.begin());
  }
  const auto near = closest(word, allowed);
  const std::string meant =
      near.empty() ? "" : fmt::format("; did you mean `{}`?", near);
  refuse(fmt::format("{} or {}{}",
                     fmt::join(allowed.first(allowed.size() - 1), ", "),
                     allowed.back(), meant));
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
