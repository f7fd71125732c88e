// How much of the host a container may take.
#pragma once

#include <string>

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// What is asked for; the rest is room for a small service of the runtime.
Limits limits_of(const PolicySubject& subject);

// "memory 512m, 200 processes and one processor"
std::string in_words(const Limits& limits);

}  // namespace harden
