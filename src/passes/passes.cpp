#include "harden/passes.h"

#include <array>

#include "passes/entrypoint_exec_form.h"
#include "passes/non_root_user.h"
#include "passes/remove_sudo.h"
#include "passes/step_down_entrypoint.h"

namespace harden {

// The order is the pipeline. What comes to stand here, in this order:
// remove-sudo, entrypoint-exec-form, step-down-entrypoint, non-root-user,
// scratch-stage.
std::span<const Pass> passes() {
  static constexpr std::array list{
      Pass{"remove-sudo", run_remove_sudo},
      Pass{"entrypoint-exec-form", run_entrypoint_exec_form},
      Pass{"step-down-entrypoint", run_step_down_entrypoint},
      Pass{"non-root-user", run_non_root_user},
  };
  return list;
}

}  // namespace harden
