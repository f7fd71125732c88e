// HD222 and others: limits of a container, and its place in the network.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view no_memory_limit_references[] = {
    "CIS Docker Benchmark 1.6, 5.11: the memory usage for containers is "
    "limited",
    "https://docs.docker.com/engine/containers/resource_constraints/",
};
inline constexpr RuleInfo no_memory_limit = {
    .code = "HD222",
    .name = "no-memory-limit",
    .summary = "Nothing limits the memory of the container",
    .what =
        "No `mem_limit`, `deploy.resources.limits.memory`, `--memory` or "
        "`resources.limits.memory`, or one of 0.",
    .why =
        "A leak or an attack uses up the host's memory, and the kernel ends "
        "other programs.",
    .remedy =
        "Set a limit somewhat above what the program needs at its busiest; "
        "then the container alone is ended.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = no_memory_limit_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view no_cpu_limit_references[] = {
    "CIS Docker Benchmark 1.6, 5.12: CPU priority is set appropriately "
    "on containers",
    "https://docs.docker.com/engine/containers/resource_constraints/",
};
inline constexpr RuleInfo no_cpu_limit = {
    .code = "HD223",
    .name = "no-cpu-limit",
    .summary = "Nothing limits the processor time of the container",
    .what =
        "No `cpus`, `cpu_shares`, `cpuset`, `deploy.resources.limits.cpus`, "
        "`--cpus` or `resources.limits.cpu`.",
    .why = "A container that spins takes the processors from its neighbours.",
    .remedy =
        "`cpus: 1.0`, or `cpu_shares` to give way only when others need the "
        "time.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = no_cpu_limit_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view no_pids_limit_references[] = {
    "CIS Docker Benchmark 1.6, 5.29: the PIDs cgroup limit is used",
};
inline constexpr RuleInfo no_pids_limit = {
    .code = "HD224",
    .name = "no-pids-limit",
    .summary = "Nothing limits the number of processes",
    .what =
        "No `pids_limit`, `deploy.resources.limits.pids` or `--pids-limit`, "
        "or one of 0 or -1. Not in manifests: there it is a setting of the "
        "kubelet.",
    .why =
        "A fork bomb in the container leaves the host without process ids, "
        "until nobody can log in to end it.",
    .remedy = "`pids_limit: 256` is plenty for most services.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = no_pids_limit_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view writable_root_references[] = {
    "CIS Docker Benchmark 1.6, 5.13: the container's root filesystem is "
    "mounted as read only",
};
inline constexpr RuleInfo writable_root = {
    .code = "HD225",
    .name = "writable-root",
    .summary = "The root file system of the container can be written",
    .what =
        "No `read_only: true`, `--read-only` or `readOnlyRootFilesystem: "
        "true`.",
    .why =
        "Who breaks in changes the program itself, or brings tools that "
        "outlive a restart.",
    .remedy =
        "`read_only: true`, and a `tmpfs` or a volume for each path that "
        "the program writes, `/tmp` first.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = writable_root_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view open_port_references[] = {
    "CIS Docker Benchmark 1.6, 5.14: incoming container traffic is "
    "bound to a specific host interface",
    "https://docs.docker.com/engine/network/packet-filtering-firewalls/",
};
inline constexpr RuleInfo open_port = {
    .code = "HD227",
    .name = "open-port",
    .summary = "A port is published on all interfaces of the host",
    .what =
        "Published ports without an address, or with `0.0.0.0` or `::`, "
        "`-P`, and `hostPort` of a pod. An address that a variable decides "
        "is not judged.",
    .why =
        "Docker opens the port in front of the host's own firewall rules: a "
        "database that one machine should reach is found by the whole "
        "internet.",
    .remedy =
        "`127.0.0.1:5432:5432` when only the host needs it; no `ports` at "
        "all between services, which reach each other without; the address "
        "of one interface otherwise.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    ports: [\"5432:5432\"]\n",
    .after = "",
    .references = open_port_references,
    .severity = Severity::warning,
    .language = "yaml",
};

inline constexpr std::string_view endless_restart_references[] = {
    "CIS Docker Benchmark 1.6, 5.15: the 'on-failure' container restart "
    "policy is set to '5'",
};
inline constexpr RuleInfo endless_restart = {
    .code = "HD228",
    .name = "endless-restart",
    .summary = "A container that fails is started again without end",
    .what =
        "`restart` with `always`, `unless-stopped`, or `on-failure` without "
        "a number.",
    .why =
        "Each start is one more try for an exploit that makes the program "
        "fail, and a service that cannot start keeps the host busy.",
    .remedy =
        "`restart: on-failure:5`, and something that tells you when the "
        "five are used up.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    restart: always\n",
    .after = "",
    .references = endless_restart_references,
    .severity = Severity::info,
    .language = "yaml",
};

inline constexpr std::string_view no_health_check_references[] = {
    "CIS Docker Benchmark 1.6, 5.27: container health is checked at "
    "runtime",
};
inline constexpr RuleInfo no_health_check = {
    .code = "HD229",
    .name = "no-health-check",
    .summary = "Nobody notices when the container hangs",
    .what =
        "No `healthcheck` that is on, no `--health-cmd`; in a manifest no "
        "probe. An image may have a HEALTHCHECK of its own, which "
        "Kubernetes does not look at.",
    .why = "A program that runs but no longer answers stays in service.",
    .remedy =
        "`healthcheck:` in the service or HEALTHCHECK in the Dockerfile; "
        "probes in a manifest.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .after = "",
    .references = no_health_check_references,
    .severity = Severity::info,
    .language = "yaml",
};

}  // namespace harden::rule_texts
