#pragma once

#include <string>

#include "dockerfile/image_state.h"

namespace harden::cli {

// An image of the file in which strace can be installed: that of the final
// stage, or another stage's where the final image has no package manager.
std::string tracer_base(const Evaluation& evaluation);

}  // namespace harden::cli
