// What the engine's default profile says of a call.
#pragma once

#include <string_view>
#include <vector>

#include "runtime/policy.h"
#include "runtime/seccomp/rows.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

SeccompRule rule_of(const GroupRow& group);

bool holds(const std::vector<CapabilityNeed>& capabilities,
           std::string_view name);  // "SYS_ADMIN" or "CAP_SYS_ADMIN"

// Whether a group's rule depends on nothing but arguments.
bool is_unconditional(const GroupRow& group);

// Whether the default lets a container with these capabilities make the call,
// for some arguments, on some architecture and kernel.
bool default_allows(std::string_view call,
                    const std::vector<CapabilityNeed>& capabilities);

}  // namespace harden::seccomp
