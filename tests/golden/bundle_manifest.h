#pragma once

#include <filesystem>

#include "golden_case.h"

namespace harden::golden {

// Each `.harden-bundle.json` below a folder must name the files beside it that
// harden wrote, with their hashes. They are then taken out of `written`: what
// they say follows from the other files, and from the version.
void check_manifests(const std::filesystem::path& folder,
                     WrittenFiles& written);

}  // namespace harden::golden
