// What would make the target stage run as an unprivileged user, or why that
// cannot be shown to work.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "analysis/chosen_user.h"
#include "analysis/image_tools.h"
#include "analysis/refusal.h"
#include "analysis/start_program.h"
#include "analysis/written_paths.h"
#include "harden/document.h"
#include "harden/image_state.h"
#include "harden/options.h"

namespace harden {

struct UserPlan {
  ImageTools tools;
  StartProgram start;
  ChosenUser user;
  std::vector<PathNeed> needs;  // what is given to the user
  std::string home;             // of a user that is made; may not exist
};

// `effective` is the user of the target stage, who is not safe yet.
std::variant<UserPlan, Refusal> plan_user(const Document& document,
                                          const Evaluation& evaluation,
                                          const EffectiveUser& effective,
                                          const Options& options);

}  // namespace harden
