// What harden would do about root, or a user that nobody knows, for those who
// only check.
#pragma once

#include "rewrite/passes.h"

namespace harden {

// Puts the change that a pass would make into HD101 or HD102, or what is in
// the way.
void propose_user(const PassInput& input, Diagnostic& finding);

}  // namespace harden
