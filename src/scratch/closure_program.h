// What starts in an image whose program brings libraries or a runtime along.
#pragma once

#include "scratch/not_scratch.h"
#include "scratch/scratch_plan.h"
#include "scratch/scratch_subject.h"

namespace harden {

// Finds the programs and the runtime that they belong to, or says why what
// they need is not known.
Objection find_closure_program(ScratchSubject& subject, ScratchPlan& plan);

}  // namespace harden
