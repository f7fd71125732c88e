// HEALTHCHECK as the engine would record it.
#pragma once

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// The last one of the image counts; one of the base image is not seen.
Reasoned<Health> health_check(const PolicySubject& subject);

}  // namespace harden
