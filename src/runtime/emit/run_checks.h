// What run.sh sees to before it starts the container, because the engine would
// go on without a word or stop with one that nobody understands.
#pragma once

#include <string>

#include "runtime/policy.h"

namespace harden {

// Lines of sh; they use `$engine`. Empty when there is nothing to see to.
std::string run_checks(const Policy& policy);

}  // namespace harden
