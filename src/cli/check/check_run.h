// `harden check` from its arguments to the end of its report.
#pragma once

#include "cli/check/check_file.h"

namespace harden::cli {

// Finds the files, checks each of them with `check`, which is called on several
// threads, and writes one report about all. The report is whole whatever
// becomes of a single file. Returns the exit status; throws UsageError and
// OutputError.
int check_files(const CheckArguments& arguments, const CheckFile& check);

}  // namespace harden::cli
