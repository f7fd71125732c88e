// HEALTHCHECK as the engine would record it.
#pragma once

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// The last one of the image counts; one of the base image is not seen.
Reasoned<Health> health_check(const PolicySubject& subject);

// "1m30s", "500ms", "30s" in seconds; nullopt for what Go's time.ParseDuration
// would refuse.
std::optional<double> parse_duration(std::string_view text);

}  // namespace harden
