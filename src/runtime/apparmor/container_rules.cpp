#include "runtime/apparmor/container_rules.h"

#include <fmt/format.h>

#include <string_view>

#include "runtime/apparmor/rule_text.h"
#include "runtime/apparmor/shared_rules.h"

namespace harden::apparmor {
namespace {

constexpr std::string_view dangerous_sockets = R"(
  network,
  # The kernel's cryptography and the host's side of virtual machines
  deny network alg,
  deny network vsock,
)";

// By family: netlink's sockets are raw, too, and C libraries ask it for
// addresses.
constexpr std::string_view no_raw_sockets =
    R"(  # Forged packets: the policy has no NET_RAW.
  deny network inet raw,
  deny network inet6 raw,
  deny network packet,
)";

// `deny` beats every allowing rule, and writable paths may lie below others: so
// writing is not denied here but not allowed elsewhere.
constexpr std::string_view all_but_writing =
    "  /{,**} rmkix,\n"
    "  # The files of its processes; what is denied below stays so.\n"
    "  @{PROC}/** w,\n";

std::string file_rules(const Policy& policy) {
  if (!policy.read_only_root.value) {
    return paragraph("the image is not read-only, so all files are writable",
                     "  file,\n");
  }
  return paragraph(
             "Everything may be read and run. Written is only what the policy "
             "names, also where somebody mounts more.",
             all_but_writing) +
         write_rules(policy);
}

}  // namespace

std::string container_rules(const Policy& policy, std::string_view profile) {
  std::string text = "  include <abstractions/base>\n";
  text += dangerous_sockets;
  if (!has_capability(policy, "NET_RAW")) text += no_raw_sockets;
  text += capability_rules(policy) + file_rules(policy);
  text += fmt::format(
      "\n  umount,\n  ptrace (trace, tracedby, read, readby) peer={},\n",
      quoted(profile));
  return text;
}

}  // namespace harden::apparmor
