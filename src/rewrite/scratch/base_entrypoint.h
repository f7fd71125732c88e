// The entrypoint of the base image, in front of an image's own CMD.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// It is a script that nobody can read here. Where it only works with files of
// some folders (BaseImage::entrypoint_reads) and there are none, the new image
// does without it, and the plan says so.
Objection check_base_entrypoint(ScratchSubject& subject, ScratchPlan& plan);

}  // namespace harden
