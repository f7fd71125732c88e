// Which system calls the container of a policy needs.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

using Names = std::set<std::string, std::less<>>;

// Calls that one purpose needs.
struct NeededCalls {
  std::string reason;
  Names names;
};

// In the order in which a profile tells them. A name may occur several times.
std::vector<NeededCalls> needed_calls(const Policy& policy,
                                      const SeccompRequest& request);

}  // namespace harden::seccomp
