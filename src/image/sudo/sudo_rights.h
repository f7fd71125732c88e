// Which commands of a RUN let users of the image become root with sudo.
#pragma once

#include <string>

#include "command/shell_commands.h"

namespace harden {

// The group of sudo's users that a command gives to a user (`usermod -aG sudo
// app`); empty when it does not.
std::string given_sudo_group(const SimpleCommand& command);

// Whether a command writes an entry that asks for no password.
bool writes_nopasswd(const SimpleCommand& command);

}  // namespace harden
