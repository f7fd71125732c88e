// What the sources of a program tell about what it needs beside itself.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/build_command.h"
#include "analysis/copied_context.h"
#include "harden/build_context.h"

namespace harden {

// Why a static program of these sources cannot be shown to work alone: cgo,
// other programs that it starts, sources that are not at hand. Empty when
// nothing speaks against it. A program that starts others does it through
// `os/exec`, `syscall.Exec` (Go), `std::process` (Rust), `system`, `popen`,
// `exec…` (C): what is built into a library is not seen.
std::string needs_more_because(BuildTool tool,
                               const std::vector<ContextFile>& files,
                               const BuildContext* context);

// Not read at run time: sources, module files, documentation, tests, what
// belongs to version control and builds. All others may be data of the program.
bool is_build_input(const std::string& path);

}  // namespace harden
