// Whose program `adduser` is.
#pragma once

#include <span>

#include "harden/base_image.h"
#include "model/account_options.h"

namespace harden::model {

// Red Hat and its relatives link adduser to useradd; Debian has a script and
// busybox an applet of that name, with options of their own.
bool adduser_is_useradd(Family family, std::span<const Argument> arguments);

}  // namespace harden::model
