#pragma once

#include <filesystem>

#include "golden_case.h"

namespace harden::golden {

// What harden wrote into the copy of a case is quiet under `harden check`: it
// finds nothing in the settings, nor in the lines of a Dockerfile that are not
// the user's.
void check_own_lines(const Copy& copy, const std::filesystem::path& folder);

}  // namespace harden::golden
