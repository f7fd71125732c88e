// The policy as it is tried out: the program is confined as always, but
// nothing of the user's is touched: no names, data or ports of a container
// that may be in use.
#pragma once

#include <string>
#include <vector>

#include "runtime/policy.h"

namespace harden::trace {

struct Trial {
  Policy policy;
  // Volumes that stand in for the policy's own.
  std::vector<std::string> volumes;
  // Whether the container needs the network `prefix` to be there.
  bool needs_network = false;
  // Folders of the host that are used as they are.
  std::vector<std::string> binds;
};

// All names of the trial begin with `prefix`.
Trial trial_of(Policy policy, const std::string& prefix);

// `--publish` for any free port of this machine, where the network has ports.
std::vector<std::string> publish_options(const Policy& policy);

}  // namespace harden::trace
