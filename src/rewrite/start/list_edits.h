// From a command line to a list of strings, in the lines of the file as they
// stand: continuations, and comments between them, stay where they are.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "image/start/exec_form.h"

namespace harden {

// `["node", "server.js"]`, or `["/bin/sh", "-c", "cd /app && exec node x"]`.
std::vector<Edit> list_edits(const Instruction& instruction,
                             const Command& command, const ExecForm& form);

}  // namespace harden
