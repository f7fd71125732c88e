// A file of `harden check`, however it was found.
#pragma once

#include <optional>

#include "cli/arguments.h"
#include "cli/config_files.h"
#include "cli/file_search.h"
#include "harden/checked_file.h"

namespace harden::cli {

// nullopt for what is only called like something to check: YAML of others,
// templates, `Dockerfile.md`. What cannot be checked is said in `failure`.
std::optional<CheckedFile> check_found(const Arguments& arguments,
                                       const FoundFile& file,
                                       ConfigFiles& configs);

}  // namespace harden::cli
