// Programs that write /etc/passwd and /etc/group behind the tools' backs.
#pragma once

#include <span>
#include <string_view>

#include "command/account_options.h"

namespace harden {

bool is_account_file(std::string_view path);

// sed, cp, mv, tar, … on the two files or over the directories they are in.
// Programs that only read them are left out.
bool changes_account_files(std::string_view program,
                           std::span<const Argument> arguments);

// Whether /etc/passwd itself is among them, so that known lines may change.
bool names_passwd(std::span<const Argument> arguments);

}  // namespace harden
