// What a start script gives to the program's user just before it steps down.
#pragma once

#include <string>
#include <vector>

#include "image/stage_view.h"
#include "image/user/user_plan.h"

namespace harden {

// Volumes, which may come with any owner, and what the script itself makes as
// root where the program works; without what the script gives to that user
// already. Absolute, sorted, none below another.
std::vector<std::string> step_down_paths(const UserPlan& plan,
                                         const StageView& stage);

}  // namespace harden
