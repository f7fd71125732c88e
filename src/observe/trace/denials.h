// What a profile says about calls by their names alone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "runtime/seccomp/seccomp.h"

namespace harden::trace {

// Those of `seen` that the profile refuses as it refuses anything: a rule that
// answers a call with an error of its own (clone3, ENOSYS) is no denial.
std::vector<std::string> denied_of(const std::set<std::string>& seen,
                                   const SeccompProfile& profile);

// In force while the program is watched: everything is allowed, but what each
// profile answers with ENOSYS, so that the program does without from the start.
SeccompProfile watching_profile(const SeccompProfile& like);

// The profile and what strace itself needs beside the program.
SeccompProfile with_tracer(SeccompProfile profile);

}  // namespace harden::trace
