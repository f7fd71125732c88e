// Values of `[policy] selinux`, and of relabelling.
#pragma once

#include <string>

#include "runtime/policy/policy_values.h"

namespace harden {

// For `--security-opt label=`.
struct SelinuxOption {
  std::string text;  // "type:container_t", "level:s0:c1,c2"
  std::string note;  // why it is another one than was asked for
};

// `type:NAME` or `level:RANGE`; what switches the confinement off is refused.
// Types that policies renamed in 2017 get their new name (container-selinux:
// container.te, typealias).
SelinuxOption policy_selinux(const PolicyValue& value);

// "z" or "Z".
char policy_relabel(const PolicyValue& value);

// Refuses to relabel what other programs of the host need, and paths that
// `--volume` cannot say.
void check_relabelled(const PolicyValue& value, const WritablePath& path);

}  // namespace harden
