// The verbs of `harden profile`; like commands.h.
#pragma once

#include "cli/options/arguments.h"

namespace harden::cli {

int run_profile_apparmor(const Arguments& arguments);
int run_profile_seccomp(const Arguments& arguments);
int run_profile_diff(const Arguments& arguments);
int run_profile_lint(const Arguments& arguments);
int run_profile_test(const Arguments& arguments);

}  // namespace harden::cli
