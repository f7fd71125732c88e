// `[check]` of harden.toml: what `harden check` reports, and how much it
// matters.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob/git_glob.h"
#include "base/source/diagnostic.h"
#include "cli/config/config_file.h"
#include "cli/options/shared_arguments.h"
#include "findings/suppressions/suppression_rules.h"

namespace harden::cli {

using Date = std::chrono::year_month_day;

// `[[check.ignore]]`
struct PathIgnore {
  std::string path;  // as it is written
  Glob pattern{Glob::Unit::byte};
  std::vector<RuleId> rules;
  std::string reason;
  std::optional<Date> expires;  // the last day on which it holds
  std::string place;            // "harden.toml:12"
};

struct CheckConfig {
  // nullopt: nothing is said.
  std::optional<UnknownUser> unknown;
  std::optional<bool> allow_step_down;
  std::optional<bool> only_root;
  std::optional<FailLevel> fail_level;
  // nullopt: off.
  std::map<RuleId, std::optional<Severity>> severity;
  std::vector<PathIgnore> ignore;
  // What their paths start from, absolute; empty: the current folder.
  std::string folder;
  SuppressionRules suppressions;
  std::vector<std::string> allowed_registries;
};

// Throws BadInput with the place of the mistake.
CheckConfig read_check_config(const ConfigFile& file);

// How much findings of a file matter: what the command line says, harden.toml
// where that says nothing, and else what is usual.
struct CheckWeights {
  UnknownUser unknown = UnknownUser::fail;
  bool allow_step_down = true;
  FailLevel fail_level = Severity::error;
  bool only_root = false;
};
CheckWeights check_weights(const WeightArguments& given,
                           const CheckConfig& config);

// The keys of `[check]` and of one `[[check.ignore]]`.
std::vector<std::string_view> check_keys();
std::vector<std::string_view> check_ignore_keys();

}  // namespace harden::cli
