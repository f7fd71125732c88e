// Lets a start script that needs root start the program without it.
#pragma once

#include <vector>

#include "rewrite/passes.h"

namespace harden {

// HD101 with its fix, HD107 when there is none, and HD114 to HD117.
std::vector<Diagnostic> run_step_down_entrypoint(const PassInput& input);

}  // namespace harden
