// The commands that make a user and give paths to it.
#pragma once

#include <string>
#include <vector>

#include "image/files/image_tools.h"
#include "image/files/written_paths.h"
#include "image/user/chosen_user.h"

namespace harden {

// Empty when the user need not be made. `home` is "/nonexistent", or a folder
// that the caller makes.
std::vector<std::string> create_user_commands(const ChosenUser& user,
                                              const ImageTools& tools,
                                              const std::string& home);

// `mkdir -p` for those that may be missing and `chown -R` for all.
std::vector<std::string> give_paths_commands(
    const ChosenUser& user, const std::vector<PathNeed>& paths);

}  // namespace harden
