#include "cli/weighed_findings.h"

#include <algorithm>

#include "cli/commands.h"
#include "harden/rule.h"

namespace harden::cli {
namespace {

// Of the base's entrypoint, and of a start script.
bool says_step_down(const Diagnostic& it) {
  return it.rule == "HD110" || it.rule == "HD112";
}

// Of an image, and of a container whose image nobody knows.
bool says_unknown(const Diagnostic& it) {
  return it.rule == "HD102" || it.rule == "HD214";
}

// --allow-step-down=no
void refuse_step_down(Diagnostic& it) {
  it.severity = Severity::error;
  if (!it.help.empty()) return;
  it.help = "`harden FILE --step-down=never` sets `USER` instead";
}

// Whether it says as whom something runs, or that nobody can tell since the
// file is not understood.
bool counts_for_root(const RuleInfo& rule) {
  return rule.about_root || rule.code.starts_with("HD0") ||
         rule.code.starts_with("HD20");
}

}  // namespace

bool is_reported(const Arguments& arguments, const Diagnostic& it) {
  const RuleInfo& rule = *find_rule(it.rule);
  if (arguments.only_root && !counts_for_root(rule)) return false;
  if (says_unknown(it) && arguments.unknown == UnknownUser::ignore) {
    return false;
  }
  return !rule.on_request;
}

void weigh(const Arguments& arguments, std::vector<Diagnostic>& findings) {
  std::erase_if(findings, [&](const Diagnostic& it) {
    return !is_reported(arguments, it);
  });
  for (Diagnostic& it : findings) {
    if (says_step_down(it) && !arguments.allow_step_down) refuse_step_down(it);
    if (says_unknown(it) && arguments.unknown == UnknownUser::warn) {
      it.severity = Severity::warning;
    }
  }
  if (!arguments.quiet) return;
  std::erase_if(findings, [&](const Diagnostic& it) {
    return it.severity != Severity::error;
  });
}

int status_of(const Arguments& arguments, const CheckedFile& file) {
  if (!file.failure.empty() || file.unusable) return failed;
  if (file.refused) return not_shown;
  const auto fails = [&](const Diagnostic& it) {
    return arguments.fail_level && it.severity >= *arguments.fail_level;
  };
  return std::any_of(file.findings.begin(), file.findings.end(), fails)
             ? not_shown
             : done;
}

}  // namespace harden::cli
