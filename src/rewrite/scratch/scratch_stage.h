#pragma once

#include <vector>

#include "rewrite/passes.h"

namespace harden {

// Adds a last stage `FROM scratch` that holds a static program and what it
// opens (HD140), or says why the base is kept (HD141).
std::vector<Diagnostic> run_scratch_stage(const PassInput& input);

}  // namespace harden
