// What the engine starts, as a line for a shell.
#pragma once

#include <string>
#include <vector>

#include "dockerfile/image_state.h"

namespace harden {

// Of the ENTRYPOINT and CMD of the file; empty when these are not all that
// starts, or when a SHELL reads the line in its own way.
std::string start_text(const ImageState& state);

// The words as arguments of `exec`, each as it is.
std::string exec_text(const std::vector<std::string>& argv);

}  // namespace harden
