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

// Whether the program asks for the network's interfaces.
bool asks_for_interfaces(const Policy& policy);

}  // namespace harden::seccomp
