// The parts of a profile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/policy.h"

namespace harden::apparmor {

// The engines' default rules without what the policy does not need.
std::string container_rules(const Policy& policy, std::string_view profile);

// The rules of a profile that allows nothing but what the policy names.
std::string strict_rules(const Policy& policy, std::string_view profile);

// What every profile says, whatever the policy.

// Files of the kernel that no container may write, and mount(2).
extern const std::string_view kernel_files;

// Who may send signals: the engine and its runtimes, and the profile itself.
std::string signal_rules(std::string_view profile);

// `abi <abi/3.0>,` and what defines @{PROC} and @{pid}.
std::string preamble(bool abi);

// `profile "NAME" flags=(…) {`
std::string opening(std::string_view profile, bool complain);

// Rules that follow from the policy in every strength.
bool has_capability(const Policy& policy, std::string_view name);

// `capability setuid,` …, each with its reason; none else is allowed.
std::string capability_rules(const Policy& policy);

// What the program writes: the writable paths, devices that were asked for, and
// what each process needs of /dev.
std::string write_rules(const Policy& policy);

// A blank line, a comment, and lines behind it; each line is a whole rule.
std::string paragraph(std::string_view comment, std::string_view rules);

// Paths and names as AppArmor's language takes them literally.

// `"/srv/a b\*c"`: in quotes, globs and variables taken away. Control
// characters, which a rule cannot hold, become `?`, which is any character.
std::string quoted_text(std::string_view path);
// The same without the quotes, to be put together with globs.
std::string literal(std::string_view path);

// `"/data{,/{,**}}"`: a path and all below it.
std::string whole_tree(std::string_view path);

// Where the programs of a policy lie in an image.

// Patterns of paths in quotes, each once. Kernels look at the file in the end,
// not at the link: `python` may be python3.11, and `sh` dash or busybox.
std::vector<std::string> program_patterns(const Policy& policy);

}  // namespace harden::apparmor
