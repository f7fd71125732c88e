// The edits that carry out a UserPlan.
//
// What is added stands in at most two places. `USER` goes behind the last
// instruction of the stage (before ENTRYPOINT and CMD when those come last), so
// that everything before it still runs as root, as it did. The commands that
// make the user and give it the paths that it writes go there too, except for
// the paths of VOLUMEs: the classic builder forgets what is changed in a
// volume's path after the VOLUME line, so those commands go before the first.
#pragma once

#include <vector>

#include "base/rules/rule.h"
#include "image/start/step_down_tool.h"
#include "image/user/user_plan.h"
#include "rewrite/passes.h"

namespace harden {

struct UserEdits {
  std::vector<Edit> edits;
  Findings notes;  // what the edits are for, beyond the plan
};

UserEdits edits_for(const UserPlan& plan, const PassInput& input);

// The same without USER, and with the tool by which the start script steps
// down: the image goes on to start as root.
UserEdits step_down_edits_for(const UserPlan& plan, const ToolPlan& tool,
                              const PassInput& input);

}  // namespace harden
