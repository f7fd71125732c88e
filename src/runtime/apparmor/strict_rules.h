// The rules of a profile that allows nothing but what the policy names.
#pragma once

#include <string>

#include "runtime/policy.h"

namespace harden::apparmor {

std::string strict_rules(const Policy& policy, std::string_view profile);

}  // namespace harden::apparmor
