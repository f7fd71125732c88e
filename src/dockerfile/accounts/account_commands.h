// What useradd, adduser, usermod, groupadd, … do to an image's accounts.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "command/account_options.h"
#include "dockerfile/image_state.h"
#include "knowledge/base_image.h"

namespace harden {

// False when the program is none that changes accounts. `family` decides what
// `adduser` is: Debian's script, busybox's applet, or a link to useradd.
bool run_account_command(std::string_view program,
                         std::span<const Argument> arguments, Family family,
                         std::size_t instruction, ImageState& state);

// `sed -i "s/app:x:[0-9]\+:/app:x:1000:/" /etc/passwd`: a number changed in
// place, as files do to give a packaged account another uid. False when sed
// does anything else to the account files; the state is then as before.
bool edit_account_numbers(std::span<const Argument> arguments,
                          std::size_t instruction, ImageState& state);

}  // namespace harden
