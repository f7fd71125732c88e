// The pass `non-root-user`: makes the final image run as an unprivileged user.
#pragma once

#include <vector>

#include "rewrite/passes.h"

namespace harden {

std::vector<Diagnostic> run_non_root_user(const PassInput& input);

}  // namespace harden
