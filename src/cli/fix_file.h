// `harden check --fix` for one Dockerfile.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "harden/checked_file.h"
#include "harden/source_file.h"

namespace harden::cli {

// Fixes what is asked for, puts the result where it belongs, and checks it: the
// findings are what is left. Throws BadInput, OutputError; nothing is written
// then.
CheckedFile fix_dockerfile(const Arguments& arguments, const std::string& file,
                           SourceFile source);

}  // namespace harden::cli
