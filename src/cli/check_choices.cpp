#include "cli/check_choices.h"

#include "cli/weighed_findings.h"
#include "harden/rule.h"

namespace harden::cli {
CheckChoices::CheckChoices(const FileSettings& settings,
                           const std::string& file)
    : config_(settings.check),
      arguments_(settings.arguments),
      ignores_(config_, file, today()) {}

bool CheckChoices::is_reported(const Diagnostic& finding) const {
  const RuleInfo& rule = *find_rule(finding.rule);
  if (arguments_.only_root && !counts_for_root(rule)) return false;
  if (says_unknown(finding) && arguments_.unknown == UnknownUser::ignore) {
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
