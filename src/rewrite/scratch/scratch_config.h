// The configuration of the image: what the new stage repeats of the file, and
// what it must say because the base said it.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

Objection add_config(const ScratchSubject& subject, ScratchPlan& plan);

}  // namespace harden
