// Reads the command line.
#pragma once

#include <string>
#include <variant>

#include "cli/options/arguments.h"

namespace harden::cli {

// The arguments, or the text that --help or --version asks for. Throws
// UsageError.
std::variant<Arguments, std::string> parse_command_line(
    int argc, const char* const* argv);

}  // namespace harden::cli
