// The one static program of an image.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// Finds what ENTRYPOINT and CMD start and the command that builds it, or takes
// the user's word (`--artifact`). `was_near`: something builds a static
// program, whatever speaks against it.
Objection find_static_program(ScratchSubject& subject, ScratchPlan& plan,
                              bool& was_near);

}  // namespace harden
