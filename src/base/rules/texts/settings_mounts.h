// HD219 and others: what of the host is in a container.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view host_mount_references[] = {
    "CIS Docker Benchmark 1.6, 5.6: sensitive host system directories "
    "are not mounted on containers",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo host_mount = {
    .code = "HD219",
    .name = "host-mount",
    .summary = "The container gets a sensitive folder of the host",
    .what =
        "Bind mounts and `hostPath` of `/`, `/boot`, `/dev`, `/etc`, "
        "`/lib`, `/proc`, `/sys`, `/usr`, homes and keys in them, and the "
        "data of engines. Read-only mounts are told as info; "
        "`/etc/localtime` and its like are fine then.",
    .why =
        "Writing there changes the host: a line in a crontab, a key in "
        "`authorized_keys`, a program that root starts. Reading gives "
        "passwords and keys away.",
    .remedy =
        "Mount the one file or folder that is needed, read-only; use a "
        "volume for data.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /etc:/host/etc\n",
    .after = "",
    .references = host_mount_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view relabelled_folder_references[] = {
    "https://docs.docker.com/engine/storage/bind-mounts/"
    "#configure-the-selinux-label",
    "https://docs.podman.io/en/latest/markdown/podman-run.1.html",
};
inline constexpr RuleInfo relabelled_folder = {
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
    .after = "",
    .references = relabelled_folder_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view host_device_references[] = {
    "CIS Docker Benchmark 1.6, 5.18: host devices are not directly "
    "exposed to containers",
};
inline constexpr RuleInfo host_device = {
    .code = "HD221",
    .name = "host-device",
    .summary = "The container gets a device of the host",
    .what =
        "`devices` and `--device`. Memory and disks are told apart from "
        "others: with them permissions of files count nothing.",
    .why =
        "Who has a disk's device reads and writes all of its file systems. "
        "Every other device brings its driver within reach, and with it the "
        "driver's faults.",
    .remedy =
        "Leave it out where the program starts without it. Give no more "
        "rights than needed: `/dev/ttyUSB0:/dev/ttyUSB0:r`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    devices: [/dev/sda]\n",
    .after = "",
    .references = host_device_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view shared_propagation_references[] = {
    "CIS Docker Benchmark 1.6, 5.20: mount propagation mode is not set "
    "to shared",
    "https://docs.kernel.org/filesystems/sharedsubtree.html",
};
inline constexpr RuleInfo shared_propagation = {
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
    .after = "",
    .references = shared_propagation_references,
    .severity = Severity::warning,
    .language = "yaml",
};

}  // namespace harden::rule_texts
