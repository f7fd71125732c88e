// Which tool starts the program without root, where it comes from, and what is
// written to use it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "image/files/image_tools.h"
#include "image/stage_view.h"
#include "image/user/chosen_user.h"
#include "image/user/refusal.h"
#include "image/user_wishes.h"

namespace harden {

struct ToolPlan {
  StepDownTool tool = StepDownTool::gosu;  // never automatic
  // Behind COPY, when no package brings it; empty otherwise.
  std::string copy = {};
  // Bring it and try it, joined by `&&`; empty when it is there already.
  std::vector<std::string> commands = {};
};

std::variant<ToolPlan, Refusal> plan_step_down_tool(const StageView& stage,
                                                    const ImageTools& tools,
                                                    const UserWishes& options);

std::string_view to_string(StepDownTool tool);

// What stands before the program: "gosu 10001:10001". gosu and su-exec take a
// name's supplementary groups along, and none with numbers.
std::string step_down_words(StepDownTool tool, const ChosenUser& user,
                            UserStyle style);
// For an account that the script names.
std::string step_down_words(StepDownTool tool, const std::string& account);

// Whom they start the program as: "10001:10001", "app".
std::string step_down_account(const ChosenUser& user, UserStyle style);

// setpriv leaves HOME as root had it: the assignment that sets it; empty for
// the others.
std::string home_assignment(StepDownTool tool, const ChosenUser& user,
                            const std::string& home);

}  // namespace harden
