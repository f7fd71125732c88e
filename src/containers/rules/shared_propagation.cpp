#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo shared_propagation = {
    .code = "HD230",
    .name = "shared-propagation",
    .summary = "What the container mounts is mounted on the host, too",
    .what =
        "Mounts with the propagation `shared` or `rshared`, `Bidirectional` "
        "in a pod.",
    .why =
        "A container that may mount then changes what every program of the "
        "host sees below that folder.",
    .remedy =
        "Leave the propagation out. `rslave` passes mounts of the host on "
        "to the container, and none back.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /srv/data:/data:rshared\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.20: mount propagation mode is not set "
         "to shared",
         "https://docs.kernel.org/filesystems/sharedsubtree.html"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = -1,
};

void check_shared_propagation(const ContainerSubject& subject,
                              Findings& findings) {
  for (const MountSetting& it : subject.container.mounts) {
    if (it.propagation != "shared" && it.propagation != "rshared") continue;
    findings.push_back(finding(
        shared_propagation, it.span,
        fmt::format("what {} mounts below `{}` is mounted on the host, too",
                    subject.container.what, it.target),
        subject.cited("leave the propagation out, or use `rslave`", "5.20")));
  }
}

}  // namespace harden::rule
