#include "cli/check/check_choices.h"

#include <algorithm>

#include "findings/registry.h"

namespace harden::cli {
namespace {

// --allow-step-down=no
void refuse_step_down(Diagnostic& it) {
  it.severity = Severity::error;
  if (!it.help.empty()) return;
  it.help = "`harden FILE --step-down=never` sets `USER` instead";
}

}  // namespace

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

void weigh(const CheckChoices& choices, CheckedFile& file) {
  const CheckWeights& weights = choices.weights();
  choices.ignores().apply(file.findings);
  std::erase_if(file.findings,
                [&](const Diagnostic& it) { return !choices.is_reported(it); });
  for (Diagnostic& it : file.findings) {
    it.severity = choices.severity_of(it);
    if (find_rule(it.rule)->says_step_down && !weights.allow_step_down) {
      refuse_step_down(it);
    }
    if (says_unknown(it) && weights.unknown == UnknownUser::warn) {
      it.severity = Severity::warning;
    }
  }
  file.fail_level = weights.fail_level;
  file.only_root = weights.only_root;
}

bool has_errors(const std::vector<Diagnostic>& findings) {
  return std::ranges::any_of(findings, [](const Diagnostic& it) {
    return it.severity == Severity::error;
  });
}

void drop_all_but_errors(std::vector<Diagnostic>& findings) {
  std::erase_if(findings, [](const Diagnostic& it) {
    return it.severity != Severity::error;
  });
}

int status_of(const CheckedFile& file) {
  if (!file.failure.empty() || file.unusable) return failed;
  if (file.refused) return not_shown;
  const auto fails = [&](const Diagnostic& it) {
    return file.fail_level && it.severity >= *file.fail_level;
  };
  return std::ranges::any_of(file.findings, fails) ? not_shown : done;
}

}  // namespace harden::cli
