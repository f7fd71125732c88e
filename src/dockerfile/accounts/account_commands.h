// What useradd, adduser, usermod, groupadd, … do to an image's accounts.
#pragma once

#include <cstddef>

#include "command/command_words.h"
#include "dockerfile/image_state.h"
#include "knowledge/base_image.h"

namespace harden {

// `words` begin with the program. False when it is none that changes accounts.
// `family` decides what `adduser` is: Debian's script, busybox's applet, or a
// link to useradd. `maybe`: it may not run.
bool run_account_command(const CommandWords& words, Family family,
                         std::size_t instruction, bool maybe,
                         ImageState& state);

// `sed -i "s/app:x:[0-9]\+:/app:x:1000:/" /etc/passwd`: a number changed in
// place, as files do to give a packaged account another uid. False when sed
// does anything else to the account files; the state is then as before.
bool edit_account_numbers(const CommandWords& words, std::size_t instruction,
                          ImageState& state);

}  // namespace harden
