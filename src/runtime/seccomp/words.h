// The words of seccomp profiles.
#pragma once

#include <optional>
#include <string_view>

#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

std::optional<SeccompAction> parse_action(std::string_view word);
std::optional<SeccompOp> parse_op(std::string_view word);

// "amd64" is "SCMP_ARCH_X86_64"; empty when there is no such architecture.
std::string_view profile_name_of_architecture(std::string_view word);

}  // namespace harden::seccomp
