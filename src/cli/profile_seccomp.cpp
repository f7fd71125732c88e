// harden profile seccomp, diff and lint.
#include "cli/profile_verbs.h"

namespace harden::cli {

int run_profile_seccomp(const Arguments& arguments) {
  if (arguments.files.size() != 1) {
    throw UsageError(
        arguments.files.empty()
            ? "no Dockerfile given; try `harden profile seccomp Dockerfile`"
            : "one Dockerfile at a time, for each has a profile of its own");
  }
  throw UsageError("profiles are not written yet");
}

int run_profile_diff(const Arguments& arguments) {
  if (arguments.files.size() != 2) {
    throw UsageError("`harden profile diff` takes two profiles");
  }
  throw UsageError("profiles are not compared yet");
}

int run_profile_lint(const Arguments& arguments) {
  if (arguments.files.empty()) {
    throw UsageError(
        "no profile given; try `harden profile lint seccomp.json`");
  }
  throw UsageError("profiles are not checked yet");
}

int run_profile_test(const Arguments& arguments) {
  if (arguments.program.empty()) {
    throw UsageError(
        "no program given; try `harden profile test seccomp.json -- ls`");
  }
  throw UsageError("profiles are not tried yet");
}

}  // namespace harden::cli
