// Whose program `adduser` is.
#pragma once

#include <span>

#include "command/account_options.h"
#include "knowledge/base_image.h"

namespace harden {

// Red Hat and its relatives link adduser to useradd; Debian has a script and
// busybox an applet of that name, with options of their own.
bool adduser_is_useradd(Family family, std::span<const Argument> arguments);

}  // namespace harden
