// Where the programs of a policy lie in an image.
#pragma once

#include <string>
#include <vector>

#include "runtime/policy.h"

namespace harden::apparmor {

// Patterns of paths in quotes, each once. Kernels look at the file in the end,
// not at the link: `python` may be python3.11, and `sh` dash or busybox.
std::vector<std::string> program_patterns(const Policy& policy);

}  // namespace harden::apparmor
