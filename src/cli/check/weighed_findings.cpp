#include "cli/check/weighed_findings.h"

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

void drop_all_but_errors(CheckedFile& file) {
  std::erase_if(file.findings, [&](const Diagnostic& it) {
    return it.severity != Severity::error;
  });
}

int status_of(const CheckedFile& file) {
  if (!file.failure.empty() || file.unusable) return failed;
  if (file.refused) return not_shown;
  const auto fails = [&](const Diagnostic& it) {
    return file.fail_level && it.severity >= *file.fail_level;
  };
  return std::any_of(file.findings.begin(), file.findings.end(), fails)
             ? not_shown
             : done;
}

}  // namespace harden::cli
