// The capabilities that the container needs; all others are dropped.
#pragma once

#include <vector>

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// None for an image that the engine starts as a user: capabilities in the
// bounding set are of no use to it (runc: with `--cap-add` the effective set
// of a non-root process stays empty). `policy` knows its start and its writable
// paths.
std::vector<CapabilityNeed> capability_needs(const PolicySubject& subject,
                                             const Policy& policy);

}  // namespace harden
