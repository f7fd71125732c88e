// `harden check --fix` for one Dockerfile.
#pragma once

#include <string>

#include "base/source/source_file.h"
#include "cli/check/check_choices.h"
#include "cli/config/config_files.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// Fixes what is asked for, puts the result where it belongs, and checks it: the
// findings are what is left. Throws BadInput, OutputError; nothing is written
// then.
//
// `file` says where it lies, also where it is read from standard input: then
// nothing is written, and the result is for standard output.
CheckedFile fix_dockerfile(const CheckChoices& choices, const std::string& file,
                           bool from_stdin, SourceFile source,
                           ConfigFiles& configs);

}  // namespace harden::cli
