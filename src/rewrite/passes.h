// The rewrite passes in their order.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "base/rules/rule.h"
#include "image/revision.h"
#include "rewrite/rewrite_options.h"

namespace harden {

struct PassInput {
  const Revision& file;
  const RewriteOptions& options;
  const EffectiveUser& before;  // as whom the image of the original file runs
  // Whether the file's owner wants it left as it is; null: nothing is excused.
  std::function<bool(const Diagnostic&)> is_excused = {};
  // Only the change is asked for, and not what else is to be known about it.
  bool only_proposes = false;

  bool excuses(const Diagnostic& finding) const {
    return is_excused && is_excused(finding);
  }
  // What is excused is not changed.
  void drop_excused_fixes(Findings& said) const;
};

// A pass looks and says; its edits exist only as the fixes of its diagnostics.
struct Pass {
  std::string_view name;  // "non-root-user"
  Findings (*run)(const PassInput&);
};

std::span<const Pass> passes();

// The passes. Each is a file of its own below src/rewrite.

// `sudo cmd` in a RUN of root is `cmd`: HD120 with its fix, and HD121 to HD123.
Findings run_remove_sudo(const PassInput& input);
// ENTRYPOINT and CMD in shell form become exec form: HD130, with its fix or the
// reason why there is none.
Findings run_entrypoint_exec_form(const PassInput& input);
// Lets a start script that needs root start the program without it: HD101 with
// its fix, HD107 when there is none, and HD114 to HD117.
Findings run_step_down_entrypoint(const PassInput& input);
// Makes the final image run as an unprivileged user.
Findings run_non_root_user(const PassInput& input);
// Adds a last stage `FROM scratch` that holds a static program and what it
// opens (HD140), or says why the base is kept (HD141).
Findings run_scratch_stage(const PassInput& input);

// Gives an image that is from scratch already what its new user needs, where it
// ran as root before: a user who chose `USER` also chose what lies beside the
// program. Nothing where no stage is at hand to take it from.
Findings complete_scratch(const PassInput& input);

// For those who only check: puts the change that a pass would make into HD101
// or HD102, or what is in the way.
void propose_user(const PassInput& input, Diagnostic& finding);

}  // namespace harden
