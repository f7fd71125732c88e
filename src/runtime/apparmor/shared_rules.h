// Rules that follow from the policy in every strength.
#pragma once

#include <string>

#include "runtime/policy.h"

namespace harden::apparmor {

bool has_capability(const Policy& policy, std::string_view name);

// `capability setuid,` …, each with its reason; none else is allowed.
std::string capability_rules(const Policy& policy);

// What the program writes: the writable paths, devices that were asked for, and
// what each process needs of /dev.
std::string write_rules(const Policy& policy);

// A blank line, a comment, and lines behind it; each line is a whole rule.
std::string paragraph(std::string_view comment, std::string_view rules);

}  // namespace harden::apparmor
