// Whose program `adduser` is.
#pragma once

#include "command/command_words.h"
#include "knowledge/base_image.h"

namespace harden {

// Red Hat and its relatives link adduser to useradd; Debian has a script and
// busybox an applet of that name, with options of their own.
bool adduser_is_useradd(Family family, const CommandWords& words);

}  // namespace harden
