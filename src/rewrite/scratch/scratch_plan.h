// What would make the target stage an image of nothing but its program, or why
// that cannot be shown to work.
//
// There are two ways. A static program that the Dockerfile itself builds needs
// no more than what the file's instructions put there for it. For others
// (`--rootfs=scratch` only) the build collects the closure: the program, the
// shared objects that it and its plug-ins load, and its runtime's folders.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/program/built_program.h"
#include "image/revision.h"
#include "knowledge/knowledge.h"
#include "rewrite/rewrite_options.h"
#include "rewrite/scratch/scratch_subject.h"

namespace harden {

// What the base image set and the new stage would lack.
struct InheritedConfig {
  std::vector<std::string> environment;  // "NAME=value"
  std::string workdir;                   // empty: none that is needed
  std::vector<std::string> ports;
  std::vector<std::string> volumes;
  std::string stop_signal;
  std::vector<std::string> cmd;
};

struct ScratchPlan {
  // What ENTRYPOINT and CMD start, for messages: an absolute path, or a name
  // that PATH finds.
  std::string program;
  // The same, wrappers and interpreters that are named included.
  std::vector<std::string> programs;
  // The closure: shared objects are looked for. Without it the build stops
  // when the program is not static.
  bool closure = false;
  // Set when the base's PATH is not known, and so lost: the folders that the
  // file adds to the engine's own. The build stops when these do not hold a
  // program that is started by its name.
  std::optional<std::vector<std::string>> path_folders;
  // Whose own folders come along; null when there are none.
  const Runtime* runtime = nullptr;
  // `--keep-shell`, and the commands of scripts and shell lines, which come
  // along where they are there.
  bool shell = false;
  std::vector<std::string> commands;
  // Built by the file: the program, and others that come along.
  std::vector<BuiltProgram> built;

  // Absolute paths that are taken along with all below them; the build stops
  // when a needed one is not there.
  std::vector<std::string> needed;
  std::vector<std::string> asked;  // `--keep`: needed, too
  std::vector<std::string> wanted;
  // Folders that are made as they are, without what lies in them.
  std::vector<std::string> folders;

  InheritedConfig inherited;
  // The instructions that the new stage repeats, in their order; ENTRYPOINT and
  // CMD are the last.
  std::vector<std::size_t> repeated;
  // "10001:10001", in place of the old USER: a scratch image should not depend
  // on looking a name up.
  std::string user;
  // A HEALTHCHECK that is dropped because `--drop-healthcheck` says so.
  std::optional<std::size_t> dropped_healthcheck;
  // The base image's own entrypoint, which the new image does without.
  std::string left_entrypoint;
  // What the files do not tell, and the user vouches for.
  std::vector<NotScratch> doubts;
};

// `user`: as whom the image runs; `start`: with what.
std::variant<ScratchPlan, NotScratch> plan_scratch(
    const Revision& file, const RewriteOptions& options);

// What is said of an image from scratch beside the change itself.
namespace rule {
extern const RuleInfo base_kept;
}

// HD141: why the base stays; nothing where nobody asked and it was not near.
Findings base_kept_notes(const NotScratch& refusal, RootfsMode mode);

// HD142: what the image may lack.
void add_doubts(const ScratchPlan& plan, Findings& result);

}  // namespace harden
