// What `docker run` and `podman run` are told, in the order of run.sh.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/emit/emit.h"
#include "runtime/policy.h"

namespace harden {

struct RunOption {
  std::string flag;  // "--user"; empty: there is only something to be told
  std::optional<std::string> value;
  // A file in the folder of run.sh, which ends the value; mostly empty.
  std::string file;
  std::string reason;  // not made safe yet
};

std::vector<RunOption> run_options(const Policy& policy, Engine engine);

}  // namespace harden
