#include "cli/config/check_config.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/source/bad_input.h"
#include "base/toml/toml_value.h"
#include "cli/config/config_file.h"
#include "cli/search/known_rule.h"

namespace harden::cli {
namespace {

using AllowedWords = std::span<const std::string_view>;

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
  const toml::array* list = value.node.as_array();
  if (list == nullptr) value.refuse("a list of codes");
  std::vector<RuleId> result;
  for (const toml::node& it : *list) {
    const TomlValue one{value.key, it, value.file};
    result.push_back(rule_of(one.text(), one));
  }
  return result;
}

void set_unknown(const TomlValue& value, CheckConfig& config) {
  config.unknown = value.one_of(unknown_users);
}

void set_step_down(const TomlValue& value, CheckConfig& config) {
  config.allow_step_down = value.flag();
}

void set_only_root(const TomlValue& value, CheckConfig& config) {
  config.only_root = value.flag();
}

void set_fail_level(const TomlValue& value, CheckConfig& config) {
  config.fail_level = value.one_of(fail_levels);
}

void set_registries(const TomlValue& value, CheckConfig& config) {
  config.allowed_registries = value.texts();
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

constexpr std::array<std::string_view, 4> ignore_names = {"expires", "path",
                                                          "reason", "rules"};

class IgnoreReader {
 public:
  explicit IgnoreReader(const std::string& file) : file_(file) {}

  PathIgnore read(const toml::node& node) {
    const TomlValue entry{"check.ignore", node, file_};
    for (const auto& [key, value] : entry.table()) {
      read_key(key, {key.str(), value, file_});
    }
    if (path_.empty()) entry.fail("`path` is missing");
    if (rules_.empty()) entry.fail("`rules` is missing");
    return {path_,
            git_glob(pattern(), GitSlash::separates),
            std::move(rules_),
            reason_,
            expires_,
            entry.place()};
  }

 private:
  void read_key(const toml::key& key, const TomlValue& value) {
    if (key.str() == "path") {
      path_ = value.text();
      if (path_.starts_with('/') || path_.starts_with("../")) {
        value.refuse("a pattern of paths below the folder of harden.toml");
      }
    } else if (key.str() == "rules") {
      rules_ = rules_in(value);
    } else if (key.str() == "reason") {
      reason_ = value.text();
    } else if (key.str() == "expires") {
      expires_ = date(value);
    } else {
      refuse_key(key, ignore_names, file_);
    }
  }

  // `legacy/` is all that lies below.
  std::string pattern() const {
    std::string result = path_.starts_with("./") ? path_.substr(2) : path_;
    if (result.ends_with('/')) result += "**";
    return result;
  }

  static Date date(const TomlValue& value) {
    const auto day = value.node.value_exact<toml::date>();
    if (!day) value.refuse("a date such as 2026-12-31, without quotes");
    return Date(std::chrono::year(day->year), std::chrono::month(day->month),
                std::chrono::day(day->day));
  }

  const std::string& file_;
  std::string path_;
  std::vector<RuleId> rules_;
  std::string reason_;
  std::optional<Date> expires_;
};

void set_ignore(const TomlValue& value, CheckConfig& config) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) value.refuse("a list of tables: `[[check.ignore]]`");
  for (const toml::node& it : *list) {
    config.ignore.push_back(IgnoreReader(value.file).read(it));
  }
}

struct CheckKey {
  std::string_view name;
  void (*set)(const TomlValue&, CheckConfig&);
};
constexpr std::array key_table = {
    CheckKey{"allow-step-down", set_step_down},
    CheckKey{"allowed-registries", set_registries},
    CheckKey{"fail-level", set_fail_level},
    CheckKey{"ignore", set_ignore},
    CheckKey{"only-root", set_only_root},
    CheckKey{"require-reason", set_need_reason},
    CheckKey{"severity", set_severity},
    CheckKey{"suppressions", set_suppressions},
    CheckKey{"unknown", set_unknown},
};

constexpr auto check_key_names = [] {
  std::array<std::string_view, key_table.size()> result;
  for (std::size_t i = 0; i < key_table.size(); ++i)
    result[i] = key_table[i].name;
  return result;
}();

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

AllowedWords check_keys() { return check_key_names; }
AllowedWords check_ignore_keys() { return ignore_names; }

CheckConfig read_check_config(std::string_view text, const std::string& file) {
  CheckConfig config;
  const toml::table root = parse_config(text, file);
  const toml::table* table = config_table(root, "check", file);
  if (table == nullptr) return config;
  for (const auto& [key, value] : *table) {
    const auto* const known =
        std::find_if(key_table.begin(), key_table.end(),
                     [&](const CheckKey& it) { return it.name == key.str(); });
    if (known == key_table.end()) refuse_key(key, check_key_names, file);
    known->set({key.str(), value, file}, config);
  }
  require_reasons(config);
  return config;
}

}  // namespace harden::cli
