// Whether a program that the file builds can be shown to need no more than
// what comes along with it.
#pragma once

#include "image/program/built_program.h"
#include "rewrite/scratch/not_scratch.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// Of a static program whether it is one, and alone; of a closure whether it
// loads only what its file names, and starts nothing.
Objection check_build(ScratchSubject& subject, ScratchPlan& plan,
                      const BuiltProgram& built);

// The same for the sources of an interpreter's program, wherever they come
// from: those of the context that reach the image.
// `program` is the one that starts, in the context; it may be empty.
Objection check_sources(ScratchSubject& subject, ScratchPlan& plan,
                        const ScratchFacts& facts, const std::string& program);

// Whether the final stage, or one below it, compiles the program.
bool builds_here(const ScratchSubject& subject, const ScratchPlan& plan);

// Never null.
const Runtime* runtime_of(BuildTool tool);

}  // namespace harden
