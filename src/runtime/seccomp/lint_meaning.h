// Findings about what a profile as a whole lets through.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "runtime/seccomp/read_profile.h"

namespace harden::seccomp {

// Adds to `found`: what no container starts without, what is dangerous, and
// what the engine's default does not allow.
void lint_meaning(const ReadProfile& read, std::vector<Diagnostic>& found);

}  // namespace harden::seccomp
