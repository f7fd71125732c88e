// A whole profile: how it is used, what the policy says, what is fixed.
#include <fmt/format.h>

#include <string_view>

#include "base/quote/comment.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/profile_rules.h"

namespace harden {
namespace {

using namespace apparmor;

constexpr std::string_view profile_usage = R"(#
#   apparmor_parser -r -W apparmor.profile    load it, or what was changed
#   aa-status | grep {0}    is it loaded, and does it enforce?
#   apparmor_parser -r -C apparmor.profile    log only, to learn what is needed
#   apparmor_parser -R apparmor.profile       take it out again
#   docker run --security-opt apparmor={0} …
#   journalctl -k | harden profile apparmor {1}--from-log -
#
# It is there after a restart of the host as /etc/apparmor.d/{0}.
)";

constexpr std::string_view old_parsers =
    "# AppArmor 2.x knows no `abi`: leave that line out (--no-abi).\n";
constexpr std::string_view learning =
    "# It complains only: what has no rule is logged and allowed. What `deny`\n"
    "# says is refused all the same, and not logged.\n";

// Rules of the user that no new run of harden takes away.
constexpr std::string_view own_rules = R"(
  # Own rules, such as `harden profile apparmor --from-log` proposes
  include if exists <local/{}>
)";

// For the place of a Dockerfile in a command; names with anything else are
// left out.
std::string plain_argument(const std::string& name) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  if (name.empty() || name.find_first_not_of(plain) != name.npos) return {};
  return name + " ";
}

std::string header(const Policy& policy, const AppArmorRequest& request) {
  const bool strict = request.strength == AppArmorStrength::strict;
  std::string text = comment(fmt::format(
      "AppArmor profile of the service {}: {} Written by harden for {}: change "
      "harden.toml and run harden again, not this file.",
      policy.name.value,
      strict ? "nothing but what it needs."
             : "the engine's default rules, without what it does not need.",
      policy.dockerfile));
  text += fmt::format(profile_usage, apparmor_profile_name(policy),
                      plain_argument(policy.dockerfile));
  if (request.abi) text += old_parsers;
  if (request.complain) text += learning;
  return text + "\n";
}

}  // namespace

std::string apparmor_profile(const Policy& policy,
                             const AppArmorRequest& request) {
  const std::string name = apparmor_profile_name(policy);
  const bool strict = request.strength == AppArmorStrength::strict;
  return header(policy, request) + preamble(request.abi) +
         opening(name, request.complain) +
         (strict ? strict_rules(policy, name) : container_rules(policy, name)) +
         signal_rules(name) + std::string(kernel_files) +
         fmt::format(own_rules, name) + "}\n";
}

namespace apparmor {

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
      quoted_text(profile));
  return text;
}

}  // namespace apparmor

}  // namespace harden
