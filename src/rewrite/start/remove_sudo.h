// `sudo cmd` in a RUN of root is `cmd`.
#pragma once

#include <vector>

#include "rewrite/passes.h"

namespace harden {

// HD120 with its fix, and HD121 to HD123.
std::vector<Diagnostic> run_remove_sudo(const PassInput& input);

}  // namespace harden
