// What starts in an image whose program brings libraries or a runtime along.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// Finds the programs and the runtime that they belong to, or says why what
// they need is not known.
Objection find_closure_program(ScratchSubject& subject, ScratchPlan& plan);

}  // namespace harden
