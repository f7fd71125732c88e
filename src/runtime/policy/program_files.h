// Which files of the image the program runs and reads, as profiles that list
// them need to know.
#pragma once

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// Fills in starters, runs_scripts and folders.
void add_program_files(const PolicySubject& subject, Policy& policy);

}  // namespace harden
