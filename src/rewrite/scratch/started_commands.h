// The names of the commands that a shell text may start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "dockerfile/document.h"
#include "image/files/copied_file.h"

namespace harden {

// Those of `$(…)`, too, and what stands behind `exec`, `env` and their like.
// Adds each once; what only a shell has (`cd`) is left out.
void add_commands(std::string_view script, std::vector<std::string>& names);

// Of RUN, CMD, ENTRYPOINT, HEALTHCHECK: both forms.
void add_commands(const Instruction& instruction, const Command& command,
                  std::vector<std::string>& names);

// What a program of the build context is run by.

// "python3" of a file that begins with `#!/usr/bin/env python3`; else the
// program's own name. `file` is where it comes from; `context` may be null.
std::string interpreter_of(const std::string& program, const CopiedFile& file,
                           const BuildContext* context);

}  // namespace harden
