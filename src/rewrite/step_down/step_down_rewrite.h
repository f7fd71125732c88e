// The change that makes a start script step down: the script itself, the
// Dockerfile's COPY of it, the user, and the tool.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/rules/rule.h"
#include "image/start/start_script.h"
#include "image/user/refusal.h"
#include "image/user/user_plan.h"
#include "rewrite/passes.h"
#include "rewrite/step_down/step_down_notes.h"

namespace harden {

struct StepDownRewrite {
  std::vector<Edit> edits;  // of the Dockerfile
  std::vector<NewFile> files;
  Findings notes;  // what the edits are for, beyond the plan
  UserPlan plan;
  std::string account;  // "10001:10001"
  StartScript result;   // the script as it is then
  std::string name;     // of the file that steps down: "entry.secure.sh"
  std::optional<StdoutLink> stdout_link;
};

// `script` is the target's start script, which does something as root.
std::variant<StepDownRewrite, Refusal> make_step_down(
    const PassInput& input, const EffectiveUser& effective,
    const StartScript& script);

// The same for a script that steps down with su or sudo on every path: gosu
// takes their place. nullopt when it has none, or they cannot be replaced.
std::optional<StepDownRewrite> replace_su(const PassInput& input,
                                          const StartScript& script);

}  // namespace harden
