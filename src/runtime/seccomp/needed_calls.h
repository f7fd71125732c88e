// Which system calls the container of a policy needs.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/seccomp/rows.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

using Names = std::set<std::string, std::less<>>;

// Calls that one purpose needs.
struct NeededCalls {
  std::string reason;
  Names names;
};

// The calls of a set of templates/seccomp/sets.json, without those that it
// takes; throws std::logic_error when there is none.
Texts set_calls(std::string_view id);

// In the order in which a profile tells them. A name may occur several times.
std::vector<NeededCalls> needed_calls(const Policy& policy,
                                      const SeccompRequest& request);

}  // namespace harden::seccomp
