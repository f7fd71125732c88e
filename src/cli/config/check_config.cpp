#include "cli/config/check_config.h"

#include <utility>

#include "base/source/source_file.h"

namespace harden::cli {
namespace {

constexpr auto severity_or_off =
    word_table<std::optional<Severity>>({{"error", Severity::error},
                                         {"warning", Severity::warning},
                                         {"info", Severity::info},
                                         {"note", Severity::note},
                                         {"off", std::nullopt}});
// Whether comments may excuse something.
constexpr auto suppression_words =
    word_table<bool>({{"allowed", true}, {"forbidden", false}});

// By a code or name that stands at the value.
RuleId rule_of(std::string_view word, const TomlValue& value) {
  try {
    return known_rule(word).code;
  } catch (const UsageError& error) {
    value.fail(error.what());
  }
}

// A list of codes and names.
std::vector<RuleId> rules_in(const TomlValue& value) {
  std::vector<RuleId> result;
  for (const TomlValue& it : value.items("a list of codes")) {
    result.push_back(rule_of(it.text(), it));
  }
  return result;
}

void set_need_reason(const TomlValue& value, CheckConfig& config) {
  config.suppressions.need_reason = value.flag();
  if (config.suppressions.place.empty()) {
    config.suppressions.place = value.place();
  }
}

// A word, or the codes that none may suppress.
void set_suppressions(const TomlValue& value, CheckConfig& config) {
  SuppressionRules& rules = config.suppressions;
  rules.place = value.place();
  if (value.node.is_array()) {
    rules.never = rules_in(value);
  } else if (value.node.is_string()) {
    rules.forbidden = !value.one_of(suppression_words);
  } else {
    value.refuse("allowed, forbidden or a list of codes");
  }
}

void set_severity(const TomlValue& value, CheckConfig& config) {
  for (const auto& [key, node] : value.table()) {
    const TomlValue one{key.str(), node, value.file};
    const RuleId rule = rule_of(key.str(), one);
    const auto severity = one.one_of(severity_or_off);
    if (config.severity.emplace(rule, severity).second) continue;
    one.fail(std::string(rule) + " is given a severity twice");
  }
}

// `legacy/` is all that lies below.
void set_path(const TomlValue& value, PathIgnore& entry) {
  entry.path = value.text();
  std::string below = entry.path;
  if (below.starts_with('/') || below.starts_with("../")) {
    value.refuse("a pattern of paths below the folder of harden.toml");
  }
  if (below.starts_with("./")) below.erase(0, 2);
  if (below.ends_with('/')) below += "**";
  auto pattern = git_glob(below, GitSlash::separates);
  if (!pattern) {
    value.fail(
        "`path` is not a pattern, so it would match nothing: a `[` is not "
        "closed, "
        "a `[:class:]` is unknown, or a `\\` ends it; a `\\` makes the "
        "character behind it stand for itself");
  }
  entry.pattern = *std::move(pattern);
}

void set_rules(const TomlValue& value, PathIgnore& entry) {
  entry.rules = rules_in(value);
}

void set_expiry(const TomlValue& value, PathIgnore& entry) {
  const auto day = value.node.value_exact<toml::date>();
  if (!day) value.refuse("a date such as 2026-12-31, without quotes");
  entry.expires =
      Date(std::chrono::year(day->year), std::chrono::month(day->month),
           std::chrono::day(day->day));
}

constexpr TomlKey<PathIgnore> ignore_keys[] = {
    {"expires", set_expiry},
    {"path", set_path},
    {"reason", take_text<&PathIgnore::reason>},
    {"rules", set_rules},
};

PathIgnore read_ignore(const TomlValue& value) {
  PathIgnore entry;
  entry.place = value.place();
  read_keys(value.table(), value.file, ignore_keys, entry);
  if (entry.path.empty()) value.fail("`path` is missing");
  if (entry.rules.empty()) value.fail("`rules` is missing");
  return entry;
}

void set_ignore(const TomlValue& value, CheckConfig& config) {
  for (const TomlValue& it :
       value.items("a list of tables: `[[check.ignore]]`")) {
    config.ignore.push_back(read_ignore({"check.ignore", it.node, it.file}));
  }
}

constexpr TomlKey<CheckConfig> keys_of_check[] = {
    {"allow-step-down", take_flag<&CheckConfig::allow_step_down>},
    {"allowed-registries", take_texts<&CheckConfig::allowed_registries>},
    {"fail-level", take_word<&CheckConfig::fail_level, fail_levels>},
    {"ignore", set_ignore},
    {"only-root", take_flag<&CheckConfig::only_root>},
    {"require-reason", set_need_reason},
    {"severity", set_severity},
    {"suppressions", set_suppressions},
    {"unknown", take_word<&CheckConfig::unknown, unknown_users>},
};

// What is asked of comments is asked of entries, too.
void require_reasons(const CheckConfig& config) {
  if (!config.suppressions.need_reason) return;
  for (const PathIgnore& it : config.ignore) {
    if (!it.reason.empty()) continue;
    throw BadInput(it.place,
                   "`reason` is missing, and `require-reason` asks for one");
  }
}

}  // namespace

CheckWeights check_weights(const WeightArguments& given,
                           const CheckConfig& config) {
  CheckWeights result;
  const auto take = [](auto& value, const auto& of_option,
                       const auto& of_file) {
    if (of_file) value = *of_file;
    if (of_option) value = *of_option;
  };
  take(result.unknown, given.unknown, config.unknown);
  take(result.allow_step_down, given.allow_step_down, config.allow_step_down);
  take(result.fail_level, given.fail_level, config.fail_level);
  result.only_root = given.only_root || config.only_root.value_or(false);
  return result;
}

std::vector<std::string_view> check_keys() { return key_names(keys_of_check); }
std::vector<std::string_view> check_ignore_keys() {
  return key_names(ignore_keys);
}

CheckConfig read_check_config(const ConfigFile& file) {
  CheckConfig config;
  file.read("check", keys_of_check, config);
  require_reasons(config);
  return config;
}

}  // namespace harden::cli
