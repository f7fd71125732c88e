// What becomes of a doubt: something that the files do not tell.
#pragma once

#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// Of a closure that the user vouches for (`--keep`, `--artifact`) it is kept in
// the plan, to be reported; else it speaks against the image, and its help
// tells how to vouch.
Objection vouched(const ScratchSubject& subject, ScratchPlan& plan,
                  NotScratch doubt);

}  // namespace harden
