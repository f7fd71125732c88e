// The names of the commands that a shell text may start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// Those of `$(…)`, too, and what stands behind `exec`, `env` and their like.
// Adds each once; what only a shell has (`cd`) is left out.
void add_commands(std::string_view script, std::vector<std::string>& names);

// Of RUN, CMD, ENTRYPOINT, HEALTHCHECK: both forms.
void add_commands(const Instruction& instruction, const Command& command,
                  std::vector<std::string>& names);

}  // namespace harden
