// Which rules of a profile in the engines' form count for a container.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

struct Situation {
  std::string architecture;               // "amd64"; empty: any
  std::vector<std::string> capabilities;  // of the bounding set: "SETUID"
  std::string kernel;                     // "5.10"; empty: a new one
};

// As the engines do it (moby/profiles: seccomp/seccomp_linux.go): a rule counts
// when all capabilities of `includes` are there and none of `excludes`.
bool counts(const SeccompRule& rule, const Situation& situation);

// The rules that count, without their conditions.
std::vector<SeccompRule> resolved_rules(const SeccompProfile& profile,
                                        const Situation& situation);

// The architectures that the filter is made for.
std::vector<std::string> resolved_architectures(const SeccompProfile& profile,
                                                std::string_view architecture);

// What a profile's rule says of one argument of a call.

// Whether the kernel would take `value` as the rule's argument.
bool fits(const SeccompArgument& rule, std::uint64_t value);

}  // namespace harden::seccomp
