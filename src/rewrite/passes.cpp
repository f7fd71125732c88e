#include "rewrite/passes.h"

#include <array>

#include "rewrite/scratch/scratch_stage.h"
#include "rewrite/start/entrypoint_exec_form.h"
#include "rewrite/start/remove_sudo.h"
#include "rewrite/step_down/step_down_entrypoint.h"
#include "rewrite/user/non_root_user.h"

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

void PassInput::drop_excused_fixes(std::vector<Diagnostic>& said) const {
  for (Diagnostic& it : said) {
    if (it.fix && excuses(it)) it.fix.reset();
  }
}

}  // namespace harden
