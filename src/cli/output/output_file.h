// Where the output of a command goes.
#pragma once

#include <string_view>

#include "cli/options/arguments.h"

namespace harden::cli {

// To the file of `-o`, or to standard output. Throws OutputError.
void write_output(const Arguments& arguments, std::string_view text);

}  // namespace harden::cli
