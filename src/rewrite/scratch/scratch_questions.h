// The questions that a plan of a scratch image answers. Those with an Objection
// add to the plan what they find.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "image/program/built_program.h"
#include "knowledge/knowledge.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// The one static program of an image.
//
// Finds what ENTRYPOINT and CMD start and the command that builds it, or takes
// the user's word (`--artifact`). `was_near`: something builds a static
// program, whatever speaks against it.
Objection find_static_program(ScratchSubject& subject, ScratchPlan& plan,
                              bool& was_near);

// What starts in an image whose program brings libraries or a runtime along.
//
// Finds the programs and the runtime that they belong to, or says why what
// they need is not known.
Objection find_closure_program(ScratchSubject& subject, ScratchPlan& plan);

// Whether the final stage as such can be left for another one.
//
// Whether each line's traces in the image can be named; `plan` says how the
// program is known. Doubts that the user vouches for go there.
Objection check_stage(const ScratchSubject& subject, ScratchPlan& plan);

bool is_distroless(const ScratchSubject& subject);

// How the container starts, as far as an image without a shell is concerned.

// The first of ENTRYPOINT's and CMD's words that the file or the base give;
// empty for a shell form.
std::vector<std::string> start_argv(const ScratchSubject& subject);

// The ENTRYPOINT or CMD, or the FROM of the stage.
std::size_t start_instruction(const ScratchSubject& subject);

// The folders that ENV of the file puts into PATH.
std::vector<std::string> own_path_folders(const ScratchSubject& subject);

// That the program is started itself, by an exec form of the file.
Objection check_direct_start(const ScratchSubject& subject);

// The user is not root; what is asked of a start script that steps down.
Objection check_unprivileged(const ScratchSubject& subject);

// An ENTRYPOINT or CMD of the file in shell form.
std::optional<std::size_t> shell_form(const ScratchSubject& subject);

// The entrypoint of the base image, in front of an image's own CMD.
//
// It is a script that nobody can read here. Where it only works with files of
// some folders (BaseImage::entrypoint_reads) and there are none, the new image
// does without it, and the plan says so.
Objection check_base_entrypoint(ScratchSubject& subject, ScratchPlan& plan);

// Whether a program that the file builds can be shown to need no more than
// what comes along with it.
//
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

// What the sources of a program tell about what it needs beside itself.
//
// Why a program of these sources cannot be shown to work with nothing beside
// itself: other programs that it starts, libraries that it loads, sources that
// are not at hand. Empty when nothing speaks against it. `with_libraries`: the
// shared objects that its file names come along, and glibc's. What is built
// into a library is not seen.
std::string needs_more_because(const ScratchFacts& facts,
                               const std::vector<ContextFile>& files,
                               const BuildContext* context,
                               bool with_libraries);

// Not read at run time: sources, module files, documentation, tests, what
// belongs to version control and builds. All others may be data of the program.
bool is_build_input(const std::string& path);

// The configuration of the image: what the new stage repeats of the file, and
// what it must say because the base said it.
Objection add_config(const ScratchSubject& subject, ScratchPlan& plan);

// What comes along into an image from scratch: the paths that the file's
// instructions made for the program.
Objection add_contents(ScratchSubject& subject, ScratchPlan& plan);

// What becomes of a doubt: something that the files do not tell.
//
// Of a closure that the user vouches for (`--keep`, `--artifact`) it is kept in
// the plan, to be reported; else it speaks against the image, and its help
// tells how to vouch.
Objection vouched(const ScratchSubject& subject, ScratchPlan& plan,
                  NotScratch doubt);

}  // namespace harden
