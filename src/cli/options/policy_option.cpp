#include "cli/options/policy_option.h"

#include <fmt/format.h>

#include "cli/options/usage_error.h"

namespace harden::cli {
namespace {

toml::table parse_option(const std::string& key, const std::string& value) {
  try {
    return toml::parse(key + " = " + value);
  } catch (const toml::parse_error&) {
  }
  toml::table table;
  try {
    table = toml::parse(key + " = ''");
  } catch (const toml::parse_error&) {
    throw UsageError(fmt::format(
        "`--set` takes KEY=VALUE with a key of [policy], not `{}`", key));
  }
  toml::table* last = &table;
  while (last->begin()->second.is_table()) {
    last = last->begin()->second.as_table();
  }
  *last->begin()->second.as_string() = value;
  return table;
}

}  // namespace

toml::table parse_policy_option(const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError(fmt::format("`--set` takes KEY=VALUE, not `{}`", given));
  }
  return parse_option(given.substr(0, equals), given.substr(equals + 1));
}

}  // namespace harden::cli
