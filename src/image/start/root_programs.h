// Programs that cannot do their work unless root starts them.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace harden {

// Its name, the reason and the next step for the user, from
// templates/commands.json.
using RootProgram = CommandFacts;

// By path or name; null for all others.
const RootProgram* find_root_program(std::string_view program);

// gosu, su-exec, setpriv, su, sudo, …: start as root to become another user.
bool steps_down(std::string_view program);

}  // namespace harden
