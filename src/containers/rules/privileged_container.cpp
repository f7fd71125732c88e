#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo privileged_container = {
    .code = "HD210",
    .name = "privileged-container",
    .summary = "The container is privileged",
    .what =
        "`privileged: true` of a Compose service or of a `securityContext`, "
        "and `--privileged`.",
    .why =
        "The container has all capabilities and all devices of the host, "
        "and neither seccomp nor AppArmor. Root in it mounts the host's "
        "disks, and is root on the host.",
    .remedy =
        "Remove it. What the program really needs is most often one "
        "capability (`cap_add`) or one device (`devices`).",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    privileged: true\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.5: privileged containers are not used",
         "https://docs.docker.com/reference/cli/docker/container/run/"
         "#privileged",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::error,
    .language = "yaml",
};

void check_privileged_container(const ContainerSubject& subject,
                                Findings& findings) {
  if (!subject.is_privileged()) return;
  findings.push_back(finding(
      privileged_container, subject.container.privileged->span,
      fmt::format("{} is privileged: it has every capability and device, "
                  "and root in it is root on the host",
                  subject.container.what),
      subject.cited(
          "remove it, and give the one capability or device that is needed",
          "5.5")));
}

}  // namespace harden::rule
