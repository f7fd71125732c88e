// The commands of a RUN, whichever form it has.
#pragma once

#include <string>
#include <vector>

#include "harden/document.h"
#include "harden/image_state.h"
#include "model/shell_commands.h"

namespace harden::model {

struct RunScript {
  std::vector<SimpleCommand> commands;
  std::string unreadable_because;  // not a POSIX shell's
};

RunScript script_of_run(const Document& document,
                        const Instruction& instruction, const Command& command,
                        const ImageState& state);

}  // namespace harden::model
