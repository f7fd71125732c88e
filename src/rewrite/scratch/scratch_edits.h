// The edits that put a last stage from scratch behind the one that is there.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "rewrite/passes.h"
#include "rewrite/scratch/scratch_plan.h"

namespace harden {

// The old stage gets a name and a RUN that collects /rootfs, and is else left
// as it is; the new one gets its name and its configuration.
std::vector<Edit> scratch_edits(const PassInput& input,
                                const ScratchPlan& plan);

}  // namespace harden
