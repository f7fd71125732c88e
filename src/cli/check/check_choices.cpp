#include "cli/check/check_choices.h"

namespace harden::cli {

bool counts_for_root(const RuleInfo& rule) {
  return rule.about_root || rule.code.starts_with("HD0") ||
         rule.code.starts_with("HD20");
}

bool says_unknown(const Diagnostic& finding) {
  return find_rule(finding.rule)->says_unknown;
}

CheckChoices::CheckChoices(const CheckArguments& arguments,
                           const FileSettings& settings,
                           const std::string& file)
    : config_(settings.check),
      arguments_(arguments),
      weights_(check_weights(arguments, config_)),
      ignores_(config_, file, today()) {}

bool CheckChoices::is_reported(const Diagnostic& finding) const {
  const RuleInfo& rule = *find_rule(finding.rule);
  if (weights_.only_root && !counts_for_root(rule)) return false;
  if (says_unknown(finding) && weights_.unknown == UnknownUser::ignore) {
    return false;
  }
  const auto found = config_.severity.find(rule.code);
  if (found == config_.severity.end()) return !rule.on_request;
  return found->second.has_value();
}

Severity CheckChoices::severity_of(const Diagnostic& finding) const {
  const auto found = config_.severity.find(finding.rule);
  if (found == config_.severity.end()) return finding.severity;
  return found->second.value_or(finding.severity);
}

}  // namespace harden::cli
