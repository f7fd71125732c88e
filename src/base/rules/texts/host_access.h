// HD453 to HD455: an image, or its build, that reaches for the host.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view docker_socket_references[] = {
    "https://docs.docker.com/engine/security/"
    "#docker-daemon-attack-surface",
    "CIS Docker Benchmark 5.32: the Docker socket is not mounted",
};
inline constexpr RuleInfo docker_socket = {
    .code = "HD453",
    .name = "docker-socket",
    .summary = "The image is made to command a container engine",
    .what =
        "VOLUME, COPY, RUN, ENV, ENTRYPOINT or CMD of the final image name the "
        "socket of Docker, containerd, Podman or CRI-O, or ENV sets "
        "DOCKER_HOST.",
    .why =
        "Whoever may write to the socket can start a container that holds the "
        "host's root folder: that is root on the host, whatever user and "
        "profile this container has.",
    .remedy =
        "Do without it: build images without an engine (rootless BuildKit, "
        "kaniko), ask a proxy that allows a few calls, or leave the address to "
        "whoever starts the container.",
    .before =
        "FROM docker:27-cli\nVOLUME /var/run/docker.sock\nUSER 1000:1000\n",
    .after = "",
    .references = docker_socket_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view insecure_build_references[] = {
    "https://docs.docker.com/reference/dockerfile/#run---security",
};
inline constexpr RuleInfo insecure_build = {
    .code = "HD454",
    .name = "insecure-build",
    .summary = "A `RUN` asks for all rights on the machine that builds",
    .what = "`RUN --security=insecure`, in any stage.",
    .why =
        "The commands run with all capabilities, devices and file systems, as "
        "under `docker run --privileged`. Whatever they download can take over "
        "the machine that builds, and with it all images that are built "
        "there.",
    .remedy =
        "Find out which right the command needs and whether it can be done "
        "without, or build that image on a machine of its own.",
    .before =
        "FROM debian:12\nRUN --security=insecure mount -t tmpfs none /mnt\n"
        "USER 1000:1000\n",
    .after = "",
    .references = insecure_build_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view host_network_build_references[] = {
    "https://docs.docker.com/reference/dockerfile/#run---network",
};
inline constexpr RuleInfo host_network_build = {
    .code = "HD455",
    .name = "host-network-build",
    .summary = "A `RUN` uses the network of the machine that builds",
    .what = "`RUN --network=host`, in any stage.",
    .why =
        "The commands reach what listens on localhost there, which mostly asks "
        "for no password: databases, the engine, metadata services. The build "
        "also depends on that one machine.",
    .remedy =
        "Leave the flag out; builds reach the internet without it. Name a "
        "mirror or proxy by its address.",
    .before =
        "FROM debian:12\n"
        "RUN --network=host curl -fsS http://localhost:8080/data > /data\n"
        "USER 1000:1000\n",
    .after = "",
    .references = host_network_build_references,
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
