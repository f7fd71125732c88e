// Whether the final stage as such can be left for another one.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// Whether each line's traces in the image can be named; `plan` says how the
// program is known. Doubts that the user vouches for go there.
Objection check_stage(const ScratchSubject& subject, ScratchPlan& plan);

bool is_distroless(const ScratchSubject& subject);

}  // namespace harden
