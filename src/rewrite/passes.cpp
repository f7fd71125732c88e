#include "rewrite/passes.h"

#include <array>

namespace harden {

// The order is the pipeline: a pass finds what those before it have made, so
// scratch-stage knows the user and never sees a sudo or a shell form that could
// be had otherwise.
std::span<const Pass> passes() {
  static constexpr std::array list{
      Pass{"remove-sudo", run_remove_sudo},
      Pass{"entrypoint-exec-form", run_entrypoint_exec_form},
      Pass{"step-down-entrypoint", run_step_down_entrypoint},
      Pass{"non-root-user", run_non_root_user},
      Pass{"scratch-stage", run_scratch_stage},
  };
  return list;
}

void PassInput::drop_excused_fixes(Findings& said) const {
  for (Diagnostic& it : said) {
    if (it.fix && excuses(it)) it.fix.reset();
  }
}

}  // namespace harden
