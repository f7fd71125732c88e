// An account that a package brings.
#pragma once

#include <optional>
#include <string>

#include "image/files/image_tools.h"
#include "image/stage_view.h"
#include "image/start/installed_server.h"
#include "image/user/chosen_user.h"
#include "image/user_wishes.h"

namespace harden {

// Made before the package comes, it has a number that the file tells; where
// that cannot be shown to work, it is called by its name.
ChosenUser package_user(const StageView& stage, const ImageTools& tools,
                        const UserWishes& options,
                        const PackageAccount& package, std::string because);

// One whose number the file does not tell.
ChosenUser user_by_name(std::string name, std::string because);

}  // namespace harden
