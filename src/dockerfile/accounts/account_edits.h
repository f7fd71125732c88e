// `sed -i "s/app:x:[0-9]\+:/app:x:1000:/" /etc/passwd`: a number changed in
// place, as files do to give a packaged account another uid.
#pragma once

#include <cstddef>
#include <span>

#include "command/account_options.h"
#include "dockerfile/image_state.h"

namespace harden {

// Applies it. False when sed does anything else to the account files; the
// state is then as before.
bool edit_account_numbers(std::span<const Argument> arguments,
                          std::size_t instruction, ImageState& state);

}  // namespace harden
