// `harden check` of one Dockerfile, and `--fix`.
#pragma once

#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "cli/check/check_choices.h"
#include "cli/config/config_files.h"
#include "dockerfile/document.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// Throws BadInput when there is no FROM anywhere.
void require_dockerfile(const Document& document);

// Whether BuildKit would refuse the file.
bool is_refused(const std::vector<Diagnostic>& diagnostics);

// What there is to say about it, before it is weighed. `file` is its path, "-"
// for standard input. Throws BadInput when it is no Dockerfile.
CheckedFile check_dockerfile(const CheckArguments& arguments,
                             const std::string& file, SourceFile source,
                             ConfigFiles& configs);

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
