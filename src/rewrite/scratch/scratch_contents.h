// What comes along into an image from scratch: the paths that the file's
// instructions made for the program.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

Objection add_contents(ScratchSubject& subject, ScratchPlan& plan);

}  // namespace harden
