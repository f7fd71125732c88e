// After the engines' own profile (moby/profiles: apparmor/template.go, 2026).
#include "runtime/apparmor/fixed_rules.h"

#include <fmt/format.h>

#include "runtime/apparmor/rule_text.h"

namespace harden::apparmor {

// Of /proc all but the processes' own files and sys/kernel/shm*; of /sys all
// but fs/cgroup.
const std::string_view kernel_files = R"(
  # The kernel's own files. The patterns spell out "everything but".
  deny @{PROC}/* w,
  deny @{PROC}/{[^1-9/],[^1-9/][^0-9/],[^1-9s/][^0-9y/][^0-9s/],[^1-9/][^0-9/][^0-9/][^0-9/]*}/** w,
  deny @{PROC}/sys/[^k]** w,
  deny @{PROC}/sys/kernel/{?,??,[^s][^h][^m]**} w,
  deny @{PROC}/sysrq-trigger rwklx,
  deny @{PROC}/kcore rwklx,
  deny /sys/[^f]*/** wklx,
  deny /sys/f[^s]*/** wklx,
  deny /sys/fs/[^c]*/** wklx,
  deny /sys/fs/c[^g]*/** wklx,
  deny /sys/fs/cg[^r]*/** wklx,
  deny /sys/firmware/** rwklx,
  deny /sys/devices/virtual/powercap/** rwklx,
  deny /sys/kernel/security/** rwklx,

  deny mount,
)";

// Newer releases of Ubuntu give runc and crun profiles of their names.
std::string signal_rules(std::string_view profile) {
  return fmt::format(R"(
  # The engine stops the container; its processes signal one another.
  signal (receive) peer=unconfined,
  signal (receive) peer=runc,
  signal (receive) peer=crun,
  signal (send, receive) peer={},
)",
                     quoted(profile));
}

std::string preamble(bool abi) {
  const std::string_view version = abi ? "abi <abi/3.0>,\n" : "";
  return fmt::format("{}include <tunables/global>\n\n", version);
}

std::string opening(std::string_view profile, bool complain) {
  return fmt::format(
      "profile {} flags=(attach_disconnected,mediate_deleted{}) {{\n",
      quoted(profile), complain ? ",complain" : "");
}

}  // namespace harden::apparmor
