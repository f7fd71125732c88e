// Whether what the image starts comes to the entrypoint that its base image
// brings: as the base has it, by its name or path, or through a start script.
#pragma once

#include <optional>

#include "dockerfile/accounts/base_step_down.h"
#include "image/stage_view.h"
#include "image/start/start_script.h"

namespace harden {

// nullopt when it does not, or the base's entrypoint keeps the user. `script`
// is the image's start script, null when there is none at hand.
std::optional<BaseStart> base_start(const StageView& stage,
                                    const StartScript* script);

}  // namespace harden
