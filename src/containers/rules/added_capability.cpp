#include <fmt/format.h>

#include <algorithm>

#include "containers/container_subject.h"
#include "knowledge/lists/confinement.h"

namespace harden::rule {

extern constexpr RuleInfo added_capability = {
    .code = "HD216",
    .name = "added-capability",
    .summary = "The container gets a capability that reaches beyond it",
    .what =
        "`cap_add`, `--cap-add` and `capabilities.add` with ALL, SYS_ADMIN, "
        "NET_ADMIN, SYS_MODULE, SYS_PTRACE, DAC_READ_SEARCH, BPF and others "
        "that engines do not give by themselves. Adding one of the usual "
        "ones back after `ALL` was dropped is fine.",
    .why =
        "Each of them opens a part of the kernel that is not kept apart for "
        "containers; several are as good as root on the host.",
    .remedy =
        "Leave it out and see what fails; often a smaller one will do, a "
        "sysctl, or a device.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    cap_add: [SYS_ADMIN]\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.4: Linux kernel capabilities are "
         "restricted",
         "https://man7.org/linux/man-pages/man7/capabilities.7.html",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::warning,
    .language = "yaml",
};

void check_added_capability(const ContainerSubject& subject,
                            Findings& findings) {
  for (const PlacedText& it : subject.container.cap_add) {
    const auto& dangerous = lists::dangerous_capabilities;
    const auto found = std::ranges::find(dangerous, it.value,
                                         &lists::DangerousCapability::name);
    if (found == dangerous.end()) continue;
    findings.push_back(
        finding(added_capability, it.span,
                fmt::format("{} gets the capability {}: it {}",
                            subject.container.what, it.value, found->gives),
                subject.cited("leave it out, or show that nothing less will do",
                              "5.4")));
  }
}

}  // namespace harden::rule
