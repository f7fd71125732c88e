// The simple commands of what the shell's grammar does not know.
#pragma once

#include <string_view>
#include <vector>

#include "command/shell_commands.h"
#include "shell/shell_script.h"

namespace harden {

// Cuts `span` of `text` at its operators and reads each piece by itself. A
// shell would refuse it all, so this need not be exact; nor complete, where
// the pieces are very many.
std::vector<SimpleCommand> loose_commands(
    std::string_view text, const std::vector<shell::Token>& tokens, Span span);

}  // namespace harden
