// The one reader of a RUN's commands: works their words out, follows `cd` and
// `for`, and tells what they do to the image's files and accounts.
#pragma once

#include <string>

#include "dockerfile/accounts/users_of_run.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/run_script.h"

namespace harden {

// Fills in `script.effects`, and changes the accounts of `state`. `workdir` is
// that at the RUN. The cost is bounded by the text's length and a budget for
// the rounds of loops.
void read_run(RunScript& script, const RunContext& context,
              const std::string& workdir, ImageState& state);

}  // namespace harden
