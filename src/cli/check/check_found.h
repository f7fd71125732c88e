// A file of `harden check`, however it was found.
#pragma once

#include <optional>

#include "cli/check/check_file.h"
#include "cli/config/config_files.h"
#include "cli/search/file_search.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// nullopt for what is only called like something to check: YAML of others,
// templates, `Dockerfile.md`. What cannot be checked is said in `failure`.
std::optional<CheckedFile> check_found(const CheckArguments& arguments,
                                       const FoundFile& file,
                                       ConfigFiles& configs,
                                       const CheckFile& check = check_file);

}  // namespace harden::cli
