// HD210 and others: what undoes the isolation of a container.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view privileged_container_references[] = {
    "CIS Docker Benchmark 1.6, 5.5: privileged containers are not used",
    "https://docs.docker.com/reference/cli/docker/container/run/#privileged",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo privileged_container = {
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
    .after = "",
    .references = privileged_container_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view host_namespace_references[] = {
    "CIS Docker Benchmark 1.6, 5.10: the host's network namespace is "
    "not shared",
    "CIS Docker Benchmark 1.6, 5.16: process",
    "CIS Docker Benchmark 1.6, 5.17: IPC",
    "CIS Docker Benchmark 1.6, 5.21: UTS",
    "CIS Docker Benchmark 1.6, 5.31: user",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo host_namespace = {
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
    .after = "",
    .references = host_namespace_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view engine_socket_references[] = {
    "CIS Docker Benchmark 1.6, 5.32: the Docker socket is not mounted "
    "inside any containers",
    "https://docs.docker.com/engine/security/protect-access/",
};
inline constexpr RuleInfo engine_socket = {
    .code = "HD212",
    .name = "engine-socket",
    .summary = "The container gets the socket of the container engine",
    .what =
        "Mounts of docker.sock, podman.sock, containerd.sock, crio.sock and "
        "the like, of a folder that holds one (`/`, `/run`, `/var/run`), "
        "and whatever is mounted as `/var/run/docker.sock`.",
    .why =
        "Who can talk to the engine starts a privileged container with the "
        "host's disk in it: this is root on the host. A read-only mount "
        "changes nothing, since messages to a socket are no writes to its "
        "file.",
    .remedy =
        "Leave it out. Where a program must watch containers, put a proxy "
        "in between that lets only those calls through, or use a remote API "
        "with its own rights.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /var/run/docker.sock:/var/run/docker.sock:ro\n",
    .after = "",
    .references = engine_socket_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view unconfined_references[] = {
    "CIS Docker Benchmark 1.6, 5.2: an AppArmor profile is enabled",
    "CIS Docker Benchmark 1.6, 5.3: SELinux security options are set",
    "CIS Docker Benchmark 1.6, 5.22: the default seccomp profile is not "
    "disabled",
    "https://docs.docker.com/engine/security/seccomp/",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo unconfined = {
    .code = "HD218",
    .name = "unconfined-container",
    .summary = "The container runs without seccomp, AppArmor or SELinux",
    .what =
        "`seccomp=unconfined`, `apparmor=unconfined`, `label=disable`, "
        "`systempaths=unconfined`, a profile of type `Unconfined`, "
        "`procMount: Unmasked`; and a container of a pod without "
        "`seccompProfile`, which most clusters start without any filter.",
    .why =
        "The profiles are what holds when the program and the kernel both "
        "have a fault: they refuse the calls that exploits need and "
        "programs do not.",
    .remedy =
        "Remove the option: the engine's own profiles fit nearly all "
        "programs. Where one does not, name a profile with that one call "
        "more. In a pod: `seccompProfile: {type: RuntimeDefault}`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    security_opt: [\"seccomp:unconfined\"]\n",
    .after = "",
    .references = unconfined_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view new_privileges_references[] = {
    "CIS Docker Benchmark 1.6, 5.26: the container is restricted from "
    "acquiring additional privileges",
    "https://docs.kernel.org/userspace-api/no_new_privs.html",
};
inline constexpr RuleInfo new_privileges = {
    .code = "HD226",
    .name = "new-privileges",
    .summary = "Programs in the container may gain privileges",
    .what =
        "No `no-new-privileges` among the security options, or "
        "`allowPrivilegeEscalation` that is not `false`.",
    .why =
        "A setuid program in the image (`su`, `mount`, `ping`) makes root "
        "of an unprivileged user, and with it all capabilities that the "
        "container has.",
    .remedy =
        "`security_opt: [no-new-privileges:true]`, `--security-opt "
        "no-new-privileges`, `allowPrivilegeEscalation: false`. Entrypoints "
        "that step down with gosu, su-exec or setpriv work with it; sudo "
        "and su do not.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = new_privileges_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view shared_namespace_references[] = {
    "https://docs.docker.com/reference/compose-file/services/",
};
inline constexpr RuleInfo shared_namespace = {
    .code = "HD231",
    .name = "shared-namespace",
    .summary = "The container shares a namespace of another one",
    .what = "`pid`, `ipc` or `network_mode` with `service:` or `container:`.",
    .why =
        "What separates the two is gone in that respect: one reads the "
        "other's memory, signals its processes, or reaches what listens on "
        "its loopback address.",
    .remedy =
        "Keep it where the two are one program, as a debugger and what it "
        "watches.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    network_mode: \"service:vpn\"\n"
        "  vpn:\n"
        "    image: alpine:3.20\n",
    .after = "",
    .references = shared_namespace_references,
    .severity = Severity::info,
    .language = "yaml",
};

}  // namespace harden::rule_texts
