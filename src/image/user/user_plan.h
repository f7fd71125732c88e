// What would make the target stage run as an unprivileged user, or why that
// cannot be shown to work.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dockerfile/image_state.h"
#include "image/files/image_tools.h"
#include "image/files/written_paths.h"
#include "image/stage_view.h"
#include "image/start/image_start.h"
#include "image/start/installed_server.h"
#include "image/start/start_program.h"
#include "image/start/start_script.h"
#include "image/user/chosen_user.h"
#include "image/user/refusal.h"
#include "image/user/root_home.h"
#include "image/user_wishes.h"

namespace harden {

struct UserPlan {
  ImageTools tools;
  StartProgram start;
  // The start script, when it is at hand; `start.programs` are then those that
  // it starts in the end.
  std::optional<StartScript> script;
  // What starts, where templates/servers.json knows it.
  std::optional<InstalledServer> server;
  ChosenUser user;
  std::vector<PathNeed> needs;  // what is given to the user
  std::string home;             // of a user that is made; may not exist
  std::vector<HomeMove> moves;  // what would stay below /root
  // A WORKDIR for a server that keeps its data where it starts; may be empty.
  std::string folder;
};

// What becomes of a start script that does something as root.
enum class RootScript {
  refused,      // then there is no plan
  steps_down,   // it will be made to hand over
  runs_as_user  // what fails then is said elsewhere
};

// Adds the folders that the start script gives to the plan's user: who starts
// the container with `--user` finds them given, too.
void add_script_paths(UserPlan& plan, const StageView& stage);

// `effective` is the user of the target stage, who is not safe yet.
std::variant<UserPlan, Refusal> plan_user(
    const ImageStart& start, const EffectiveUser& effective,
    const UserWishes& options, RootScript root_script = RootScript::refused);

}  // namespace harden
