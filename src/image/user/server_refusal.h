// Why a server of the table (templates/servers.json) cannot be shown to run as
// another user.
#pragma once

#include <optional>

#include "image/stage_view.h"
#include "image/start/installed_server.h"
#include "image/start/start_program.h"
#include "image/user/chosen_user.h"
#include "image/user/refusal.h"

namespace harden {

// Whoever is chosen.
std::optional<Refusal> server_refusal(const StageView& stage,
                                      const StartProgram& start,
                                      const InstalledServer& server);

// Another account than its own was chosen.
std::optional<Refusal> account_refusal(const StageView& stage,
                                       const StartProgram& start,
                                       const InstalledServer& server,
                                       const ChosenUser& user);

}  // namespace harden
