#include <utility>

#include "rewrite/passes.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace {

void take_change(Diagnostic& change, Diagnostic& finding) {
  finding.because = std::move(change.because);
  finding.help = change.fix->files.empty()
                     ? "`harden FILE -o Dockerfile.secure` makes this change "
                       "and writes the settings to run it with"
                     : "`harden FILE --diff` shows this change with the script";
  finding.fix = std::move(change.fix);
}

void take_refusal(Diagnostic& refusal, Diagnostic& finding) {
  if (!refusal.repeats_verdict) {
    finding.because.push_back(std::move(refusal.message));
  }
  if (!refusal.help.empty()) finding.help = std::move(refusal.help);
}

// Whether the answer decides.
bool take(Findings said, Diagnostic& finding) {
  for (Diagnostic& it : said) {
    if (it.rule == finding.rule && it.fix) {
      take_change(it, finding);
      return true;
    }
    if (it.rule == rule::rewrite_refused.code) {
      take_refusal(it, finding);
      return true;
    }
  }
  return false;
}

}  // namespace

void propose_user(const PassInput& asked, Diagnostic& finding) {
  PassInput input = asked;
  input.only_proposes = true;
  if (!take(run_step_down_entrypoint(input), finding)) {
    take(run_non_root_user(input), finding);
  }
}

}  // namespace harden
