// What `docker run` and `podman run` are told, in the order of run.sh.
#pragma once

#include <string>
#include <vector>

#include "harden/emit.h"
#include "harden/policy.h"

namespace harden {

struct RunOption {
  // As the shell reads them: "--user 10001:10001". Empty: only told about.
  std::string words;
  std::string reason;  // not made safe yet
};

std::vector<RunOption> run_options(const Policy& policy, Engine engine);

// --pids-limit, --memory and all that cgroups and the kernel count.
std::vector<RunOption> limit_options(const Policy& policy, Engine engine);

}  // namespace harden
