// HD213 to HD217: as whom a container runs, and what it may do.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view root_container_references[] = {
    "CIS Docker Benchmark 1.6, 4.1: a user for the container has been "
    "created",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo root_container = {
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
    .after = "",
    .references = root_container_references,
    .severity = Severity::error,
    .language = "yaml",
    .about_root = true,
};

inline constexpr std::string_view untold_user_references[] = {
    "https://docs.docker.com/reference/compose-file/services/",
};
inline constexpr RuleInfo untold_user = {
    .code = "HD214",
    .name = "untold-user",
    .summary = "The file does not tell as whom the container runs",
    .what =
        "Neither the settings nor a Dockerfile at hand nor what harden "
        "knows of the image tell the user, or a variable decides.",
    .why = "What cannot be shown to be unprivileged may be root.",
    .remedy =
        "`user: 10001:10001` decides it here. `--base-inspect FILE` tells "
        "harden about an image, and `--unknown=warn` makes a warning of "
        "this.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: registry.example/web:1\n",
    .after = "",
    .references = untold_user_references,
    .severity = Severity::info,
    .language = "yaml",
    .about_root = true,
};

inline constexpr std::string_view root_group_container_references[] = {
    "moby/moby: daemon/oci_linux.go (getUser)",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo root_group_container = {
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
    .after = "",
    .references = root_group_container_references,
    .severity = Severity::warning,
    .language = "yaml",
    .about_root = true,
};

inline constexpr std::string_view added_capability_references[] = {
    "CIS Docker Benchmark 1.6, 5.4: Linux kernel capabilities are "
    "restricted",
    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo added_capability = {
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
    .after = "",
    .references = added_capability_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view kept_capabilities_references[] = {
    "CIS Docker Benchmark 1.6, 5.4: Linux kernel capabilities are "
    "restricted",
    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
};
inline constexpr RuleInfo kept_capabilities = {
    .code = "HD217",
    .name = "kept-capabilities",
    .summary = "The container keeps the capabilities that engines give to all",
    .what = "No `ALL` in `cap_drop`, `--cap-drop` or `capabilities.drop`.",
    .why =
        "Root in the container may change owners, send raw packets, and use "
        "whatever else the fourteen capabilities allow. Few programs need "
        "one of them.",
    .remedy =
        "`cap_drop: [ALL]`, and `cap_add` with what is missed: an "
        "entrypoint that steps down needs SETUID and SETGID, and CHOWN when "
        "it changes owners.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = kept_capabilities_references,
    .severity = Severity::info,
    .language = "yaml",
};

}  // namespace harden::rule_texts
