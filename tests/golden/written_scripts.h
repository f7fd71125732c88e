// What must hold for every script that harden writes in a golden case: start
// scripts, and run.sh.
#pragma once

#include <filesystem>

#include "golden_case.h"

namespace harden::golden {

// Hardens the case anew, in a copy of its folder.
void check_written_scripts(const std::filesystem::path& folder,
                           const Words& words);

}  // namespace harden::golden
