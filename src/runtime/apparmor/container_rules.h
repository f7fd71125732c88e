// The engines' default rules without what the policy does not need.
#pragma once

#include <string>

#include "runtime/policy.h"

namespace harden::apparmor {

std::string container_rules(const Policy& policy, std::string_view profile);

}  // namespace harden::apparmor
