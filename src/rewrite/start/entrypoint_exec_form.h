// ENTRYPOINT and CMD in shell form become exec form.
#pragma once

#include <vector>

#include "rewrite/passes.h"

namespace harden {

// HD130, with its fix or the reason why there is none.
std::vector<Diagnostic> run_entrypoint_exec_form(const PassInput& input);

}  // namespace harden
