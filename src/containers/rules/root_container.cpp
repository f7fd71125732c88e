#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo root_container = {
    .code = "HD213",
    .name = "root-container",
    .summary = "The container runs as root",
    .what =
        "`user`, `--user`, `runAsUser`; where they are not given, the USER "
        "of the Dockerfile that the service builds, with its `target` and "
        "`args`, or of the image, as far as harden knows it. `root`, `0`, "
        "`0:0`, `000` and `:1000` are root. An image that starts as root "
        "and steps down is fine.",
    .why =
        "Who breaks into the program is root in the container: free to "
        "change its files, and one mistake in a mount or the kernel away "
        "from root on the host.",
    .remedy =
        "`user: 10001:10001`, better `USER` in the Dockerfile: `harden "
        "Dockerfile` writes it with all that it needs. In a pod also "
        "`runAsNonRoot: true`, with which the kubelet refuses root.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    user: root\n",
    .references =
        {"CIS Docker Benchmark 1.6, 4.1: a user for the container has been "
         "created",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::error,
    .language = "yaml",
    .about_root = true,
};

void check_root_container(const ContainerSubject& subject, Findings& findings) {
  if (subject.user.privilege != Privilege::root) return;
  findings.push_back(
      finding(root_container, subject.user_place(),
              fmt::format("{} runs as root: {}", subject.container.what,
                          subject.user.message),
              subject.unprivileged_user()));
  findings.back().because = subject.user.because;
}

}  // namespace harden::rule
