// Where the container can write, and on what.
#pragma once

#include <vector>

#include "harden/policy.h"
#include "policy/policy_subject.h"

namespace harden {

// Sorted by path. /tmp and /run are always among them (FACTS: nearly every
// runtime writes one of them).
std::vector<WritablePath> writable_paths(const PolicySubject& subject,
                                         const Policy& policy);

// "/var/lib/redis" for a service "api": "api-var-lib-redis".
std::string volume_name(const std::string& service, const std::string& path);

}  // namespace harden
