// The commands that a start script hands over to, with their arguments.
#pragma once

#include <vector>

#include "dockerfile/image_state.h"
#include "follow/follow.h"
#include "image/start/start_program.h"

namespace harden {

std::vector<StartCommand> script_commands(const Followed& followed,
                                          const ImageState& state);

}  // namespace harden
