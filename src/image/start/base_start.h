// Whether what the image starts comes to the entrypoint that its base image
// brings: as the base has it, by its name or path, or through a start script.
#pragma once

#include <cstddef>
#include <optional>

#include "base/files/build_context.h"
#include "dockerfile/accounts/base_step_down.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/start/start_script.h"

namespace harden {

// nullopt when it does not, or the base's entrypoint keeps the user. `script`
// is the image's start script, null when there is none at hand.
std::optional<BaseStart> base_start(const Document& document,
                                    const Evaluation& evaluation,
                                    std::size_t stage,
                                    const BuildContext* context,
                                    const StartScript* script);

}  // namespace harden
