#include <fmt/format.h>

#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo dangerous_call = {
    .code = "HD306",
    .name = "dangerous-call",
    .summary = "A call is allowed that leads out of containers",
    .what =
        "Calls that the engine's default keeps for containers with a "
        "capability, or for none; `clone` with the flags of namespaces,"
        " `clone3`, and sockets of the families AF_ALG and AF_VSOCK. "
        "Rules that ask for a capability are not meant.",
    .why =
        "They mount, load code into the kernel, make namespaces in "
        "which much more of the kernel is reachable, or had the holes "
        "through which containers were left.",
    .remedy =
        "Remove the name, or give the rule the capability that the "
        "program has: `\"includes\": {\"caps\": [\"CAP_SYS_ADMIN\"]}`.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"mount\", \"unshare\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"https://docs.docker.com/engine/security/seccomp/"},
    .severity = Severity::warning,
    .language = "json",
};

namespace {

// AF_ALG and AF_VSOCK.
constexpr std::uint64_t bad_families[] = {38, 40};
// CLONE_NEWUSER.
constexpr std::uint64_t new_user_namespace = 0x10000000;

void find_calls(const ProfileSubject& subject, Findings& findings) {
  for (const seccomp::DangerRow& it : seccomp::tables.dangers) {
    const Span* place = subject.place_of(it.name, true);
    if (place == nullptr) continue;
    report(findings, dangerous_call, *place,
           fmt::format("`{}` is allowed to every container: it {}", it.name,
                       it.reason));
  }
  if (const Span* place = subject.place_of("clone3", true)) {
    report(
        findings, dangerous_call, *place,
        "`clone3` is allowed to every container: its flags lie in memory, so "
        "it makes namespaces whatever the rule of `clone` says",
        "let it answer ENOSYS (38), and a libc takes `clone`");
  }
}

void find_arguments(const ProfileSubject& subject, Findings& findings) {
  if (const Span* at = subject.place_allowing("clone", new_user_namespace)) {
    report(findings, dangerous_call, *at,
           "`clone` may make new namespaces, in which much of the kernel is "
           "reachable that is not otherwise",
           "allow it where argument 0 & 0x7E020000 is 0");
  }
  for (const std::uint64_t family : bad_families) {
    const Span* at = subject.place_allowing("socket", family);
    if (at == nullptr) continue;
    report(findings, dangerous_call, *at,
           fmt::format("`socket` may make sockets of family {} ({})", family,
                       family == 38 ? "AF_ALG, the kernel's crypto"
                                    : "AF_VSOCK, which reaches the hypervisor"),
           "allow the families that are needed by argument 0");
  }
}

}  // namespace

void check_dangerous_call(const ProfileSubject& subject, Findings& findings) {
  if (subject.is_open()) return;
  find_calls(subject, findings);
  find_arguments(subject, findings);
}

}  // namespace harden::rule
