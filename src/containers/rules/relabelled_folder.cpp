#include <fmt/format.h>

#include "containers/container_subject.h"
#include "knowledge/host_paths.h"

namespace harden::rule {

extern constexpr RuleInfo relabelled_folder = {
    .code = "HD220",
    .name = "relabelled-folder",
    .summary = "A mount relabels a folder that the host itself uses",
    .what =
        "`:z` and `:Z`, or `selinux` of a long bind mount, on `/`, homes, "
        "`/etc`, `/usr`, `/var`, `~/.ssh` and other folders of the system.",
    .why =
        "The engine writes a new SELinux label on every file in there. "
        "Programs of the host, sshd and login first, then lose access: the "
        "host may not start again.",
    .remedy =
        "Give the container a folder of its own, and relabel that. "
        "`restorecon -R` repairs what was relabelled.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /home:/home:Z\n",
    .references =
        {"https://docs.docker.com/engine/storage/bind-mounts/"
         "#configure-the-selinux-label",
         "https://docs.podman.io/en/latest/markdown/podman-run.1.html"},
    .severity = Severity::warning,
    .language = "yaml",
};

void check_relabelled_folder(const ContainerSubject& subject,
                             Findings& findings) {
  for (const MountSetting& it : subject.container.mounts) {
    if (it.kind != MountSetting::Kind::bind || it.relabel == '\0' ||
        !must_keep_label(clean_host_path(it.source))) {
      continue;
    }
    findings.push_back(finding(
        relabelled_folder, it.span,
        fmt::format("`{}` gives everything in `{}` an SELinux label of "
                    "containers: {}, and the host's own programs may lose "
                    "access",
                    it.relabel, it.source,
                    it.relabel == 'Z' ? fmt::format("only {} may use it",
                                                    subject.container.what)
                                      : "every container may use it"),
        "mount a folder that belongs to the container alone"));
  }
}

}  // namespace harden::rule
