// What is said of an image from scratch beside the change itself.
#pragma once

#include "base/rules/rule.h"
#include "rewrite/rewrite_options.h"
#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"

namespace harden {

namespace rule {
extern const RuleInfo base_kept;
}

// HD141: why the base stays; nothing where nobody asked and it was not near.
Findings base_kept_notes(const NotScratch& refusal, RootfsMode mode);

// HD142: what the image may lack.
void add_doubts(const ScratchPlan& plan, Findings& result);

}  // namespace harden
