// The arguments that ENTRYPOINT and CMD give to the start script.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dockerfile/image_state.h"

namespace harden {

// $1 … of `script`, as the command line names it. nullopt: nobody knows.
std::optional<std::vector<std::string>> start_arguments(
    const ImageState& state, const std::string& script);

}  // namespace harden
