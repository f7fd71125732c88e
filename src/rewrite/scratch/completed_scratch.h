// Gives an image that is from scratch already what its new user needs.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "rewrite/passes.h"

namespace harden {

// Where the image ran as root before: a user who chose `USER` also chose what
// lies beside the program. Nothing where no stage is at hand to take it from.
std::vector<Diagnostic> complete_scratch(const PassInput& input);

}  // namespace harden
