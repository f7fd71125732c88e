// Where a command's one result goes.
#pragma once

#include <string_view>

#include "cli/options/shared_arguments.h"

namespace harden::cli {

// To `-o FILE`, or to standard output. Throws OutputError.
void write_result(const OutputArguments& arguments, std::string_view text);

}  // namespace harden::cli
