// Which capabilities a start script needs as root.
#pragma once

#include <string_view>
#include <vector>

#include "follow/follow.h"
#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

// Of a script that was followed as root and steps down, or is to: SETUID and
// SETGID are among them. In the order of Capability, each once.
std::vector<Capability> script_capabilities(const StageView& stage,
                                            const StartProgram& start,
                                            const Followed& followed);

// Whether a chown or a step-down names root; so does one that names nobody.
bool is_root_name(std::string_view account);

}  // namespace harden
