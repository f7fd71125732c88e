// What every profile says, whatever the policy.
#pragma once

#include <string>
#include <string_view>

namespace harden::apparmor {

// Files of the kernel that no container may write, and mount(2).
extern const std::string_view kernel_files;

// Who may send signals: the engine and its runtimes, and the profile itself.
std::string signal_rules(std::string_view profile);

// `abi <abi/3.0>,` and what defines @{PROC} and @{pid}.
std::string preamble(bool abi);

// `profile "NAME" flags=(…) {`
std::string opening(std::string_view profile, bool complain);

}  // namespace harden::apparmor
