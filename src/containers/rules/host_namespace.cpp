#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo host_namespace = {
    .code = "HD211",
    .name = "host-namespace",
    .summary = "The container shares a namespace of the host",
    .what =
        "`pid`, `ipc`, `network_mode`, `uts`, `userns_mode` with the value "
        "`host`; `hostPID`, `hostIPC`, `hostNetwork`, `hostUsers` of a pod; "
        "`--pid=host` and its kin. The cgroup namespace is a warning: "
        "without one of its own a container only sees more.",
    .why =
        "What the namespace would hide is open: the processes of the host, "
        "its shared memory, what listens on its loopback address. "
        "`userns_mode: host` takes the container out of the mapping that "
        "keeps its root from being the host's.",
    .remedy =
        "Remove the setting. For a port, publish it; for two containers "
        "that belong together, share between those two.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    pid: host\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.10: the host's network namespace is "
         "not shared",
         "CIS Docker Benchmark 1.6, 5.16: process",
         "CIS Docker Benchmark 1.6, 5.17: IPC",
         "CIS Docker Benchmark 1.6, 5.21: UTS",
         "CIS Docker Benchmark 1.6, 5.31: user",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::error,
    .language = "yaml",
};

void check_host_namespace(const ContainerSubject& subject, Findings& findings) {
  for (const ContainerNamespace& it : container_namespaces) {
    const std::optional<PlacedText>& value = subject.container.*it.member;
    if (!value || value->value != "host") continue;
    findings.push_back(
        finding(host_namespace, value->span,
                fmt::format("{} shares the {} namespace of the host: {}",
                            subject.container.what, it.name, it.risk),
                subject.cited("remove it; the container then gets its own",
                              it.number)));
    // There it only sees, and changes nothing.
    if (it.name == "cgroup") findings.back().severity = Severity::warning;
  }
}

}  // namespace harden::rule
