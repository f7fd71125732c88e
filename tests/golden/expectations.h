// What a case is held against, or, with HARDEN_UPDATE_GOLDEN set, what is
// written anew.
#pragma once

#include <filesystem>
#include <string>

#include "golden_case.h"

namespace harden::golden {

// A file of the case; one that is empty need not be there when `may_be_absent`.
void compare(const std::filesystem::path& expectation,
             const std::string& actual, bool may_be_absent = false);

// The files of a folder, and which of them may be run.
void compare_files(const std::filesystem::path& folder,
                   const WrittenFiles& actual);

}  // namespace harden::golden
