// The list of commands.
#pragma once

#include <span>

#include "cli/commands/command.h"

namespace harden::cli {

// Harden itself is the first; the verbs of a command stand behind it.
std::span<const NamedCommand> all_commands();

}  // namespace harden::cli
