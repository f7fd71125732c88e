#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo root_group_container = {
    .code = "HD215",
    .name = "root-group-container",
    .summary = "The user is unprivileged, but its group is root's",
    .what =
        "A group of 0 in `user: 1000:0` or `runAsGroup: 0`, and users whose "
        "image gives them that group, such as a number that no account has.",
    .why =
        "The process may read and write whatever root's group may, in the "
        "image and in mounts. Images made for OpenShift do this on purpose.",
    .remedy = "Name the group: `user: 10001:10001`, `runAsGroup: 10001`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    user: 1000:0\n",
    .references = {"moby/moby: daemon/oci_linux.go (getUser)",
                   "https://kubernetes.io/docs/concepts/security/"
                   "pod-security-standards/"},
    .severity = Severity::warning,
    .language = "yaml",
    .about_root = true,
};

void check_root_group_container(const ContainerSubject& subject,
                                Findings& findings) {
  if (!subject.user.root_group) return;
  const ContainerSettings& container = subject.container;
  findings.push_back(finding(
      root_group_container,
      container.group ? container.group->span : subject.user_place(),
      fmt::format("{} is not root, but its group is: it may do to files "
                  "what root's group may",
                  container.what),
      subject.unprivileged_user()));
}

}  // namespace harden::rule
