// What a profile's rule says of one argument of a call.
#pragma once

#include <cstdint>

#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

// Whether the kernel would take `value` as the rule's argument.
bool fits(const SeccompArgument& rule, std::uint64_t value);

}  // namespace harden::seccomp
