// The files and folders that RUN lines make in an image and that may be part of
// what its program uses.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"

namespace harden {

// Absolute; without temporary files, caches and the folders of the system
// itself. Some may be gone at the end of the stage.
std::vector<std::string> made_paths(const StageView& stage);

}  // namespace harden
