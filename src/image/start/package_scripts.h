// What `npm start` and its kin run: the scripts of package.json.
#pragma once

#include <vector>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

// The commands of the start, and those of the scripts that they name. Scripts
// are looked up where the build context has package.json at its top; what is
// not there adds nothing.
std::vector<StartCommand> with_package_scripts(const StageView& stage,
                                               const StartProgram& start);

}  // namespace harden
