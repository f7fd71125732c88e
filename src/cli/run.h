// The program: from the command line to the exit status.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "cli/commands/command.h"

namespace harden::cli {

int run(int argc, const char* const* argv);

// The command, or the text that --help or --version asks for. Throws
// UsageError.
std::variant<std::unique_ptr<Command>, std::string> parse_command_line(
    int argc, const char* const* argv);

}  // namespace harden::cli
