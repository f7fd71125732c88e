// HD106 to HD111: what the rewrite to an unprivileged user does, and what it
// leaves alone.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view low_port_references[] = {
    "moby/moby#41030: ip_unprivileged_port_start=0 in containers (20.10)",
    "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
};
inline constexpr RuleInfo low_port = {
    .code = "HD106",
    .name = "low-port",
    .summary = "A port below 1024 is fine for any user on Docker",
    .what =
        "The image exposes a port below 1024 and runs as a user that is "
        "not root.",
    .why =
        "Engines since 20.10 let every user of a container bind every port. "
        "The host's network (`--network host`), older engines, and Kubernetes "
        "on CRI-O or containerd before 2.0 do not.",
    .remedy =
        "Nothing on Docker: harden leaves ports alone. Elsewhere set the "
        "sysctl `net.ipv4.ip_unprivileged_port_start=0` for the pod, or let "
        "the program listen above 1023 and map the port.",
    .before =
        "FROM nginx:1.27\n"
        "COPY site /usr/share/nginx/html\n"
        "EXPOSE 80\n",
    .after = "",
    .references = low_port_references,
    .severity = Severity::note,
    .of_rewrite = true,
};

inline constexpr RuleInfo rewrite_refused = {
    .code = "HD107",
    .name = "rewrite-refused",
    .summary = "A user was not set, because the result might not run",
    .what =
        "The image runs as root, and harden cannot show that it would still "
        "start as another user: a Windows base; systemd, s6, supervisord, sshd "
        "or cron, which root must start; Docker in Docker; programs installed "
        "below /root, which is closed to others; a start script that harden "
        "does not understand on a base that is not known to accept any user.",
    .why =
        "A file that no longer runs is worse than one that says what is "
        "left to do.",
    .remedy =
        "The message names the reason and the next step. The other changes are "
        "still made, and the exit status is 1.",
    .before =
        "FROM debian:12\nRUN apt-get update && apt-get install -y "
        "openssh-server\nCMD [\"/usr/sbin/sshd\", \"-D\"]\n",
    .after = "",
    .references = {},
    .severity = Severity::warning,
    .of_rewrite = true,
};

inline constexpr std::string_view onbuild_references[] = {
    "https://docs.docker.com/reference/dockerfile/#onbuild",
};
inline constexpr RuleInfo onbuild_user = {
    .code = "HD108",
    .name = "onbuild-user",
    .summary = "`ONBUILD USER` does not concern this image",
    .what = "A USER stands in an ONBUILD.",
    .why =
        "It is carried out when another image is built on this one. This image "
        "itself runs as before.",
    .remedy = "Add a USER without ONBUILD for this image.",
    .before = "FROM node:20\nUSER 1000:1000\nONBUILD USER root\n",
    .after = "",
    .references = onbuild_references,
    .severity = Severity::info,
    .about_root = true,
};

inline constexpr std::string_view written_path_references[] = {
    "https://docs.docker.com/reference/dockerfile/#volume",
    "moby/moby: builder/dockerfile (changes behind VOLUME are dropped)",
};
inline constexpr RuleInfo written_path = {
    .code = "HD109",
    .name = "written-path",
    .summary = "A path that the program writes now belongs to its user",
    .what =
        "VOLUMEs, the paths that the base image or runtime is known to write, "
        "and those that the file itself treats as writable (mkdir, chown, "
        "chmod in RUN).",
    .why =
        "They belong to root, so the new user could not write there. Code "
        "stays root's and readable, so that the program cannot change it.",
    .remedy =
        "harden changes the owner before a VOLUME line: the classic builder "
        "drops what comes behind it. A folder of the host that is mounted "
        "there keeps its owner; give it to the same uid.",
    .before =
        "FROM node:20\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "VOLUME /data\n"
        "CMD [\"node\", \"server.js\"]\n",
    .after =
        "FROM node:20\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "# What the program writes (added by harden)\n"
        "RUN mkdir -p /data && \\\n"
        "    chown -R 1000:1000 /data\n"
        "VOLUME /data\n"
        "# Run as an unprivileged user (added by harden)\n"
        "USER 1000:1000\n"
        "CMD [\"node\", \"server.js\"]\n",
    .references = written_path_references,
    .severity = Severity::info,
    .of_rewrite = true,
};

inline constexpr std::string_view steps_down_references[] = {
    "https://github.com/tianon/gosu",
    "https://github.com/ncopa/su-exec",
};
inline constexpr RuleInfo base_steps_down = {
    .code = "HD110",
    .name = "base-steps-down",
    .summary = "The image starts as root; its base's entrypoint steps down",
    .what =
        "The base image (postgres, redis, mysql, …) starts as root, sets the "
        "owner of its data and hands over to an unprivileged user by gosu, "
        "su-exec or setpriv.",
    .why =
        "The service itself is unprivileged, but `docker exec` and the health "
        "check are root, and Kubernetes refuses it under `runAsNonRoot`.",
    .remedy =
        "Set the user that the entrypoint steps down to; these entrypoints "
        "skip their first part when they are not root.",
    .before = "FROM postgres:16\nCOPY init.sql /docker-entrypoint-initdb.d/\n",
    .after = "",
    .references = steps_down_references,
    .severity = Severity::info,
    .about_root = true,
};

inline constexpr std::string_view created_user_references[] = {
    "https://kubernetes.io/docs/tasks/configure-pod-container/"
    "security-context/",
    "shadow: man 8 useradd; BusyBox: adduser --help",
};
inline constexpr RuleInfo created_user = {
    .code = "HD111",
    .name = "created-user",
    .summary = "Which user the image runs as now, and why that one",
    .what =
        "The account that harden chose: one that RUN creates and no USER uses, "
        "one that the base image ships, or a new one with uid = gid = 10001.",
    .why =
        "Ids from 10000 to 59999 are free on every distribution: above those "
        "of packages and people, below those of `nobody`.",
    .remedy =
        "`--user NAME`, `--uid N` and `--gid N` choose another. The home of a "
        "new account is /nonexistent unless the program needs one.",
    .before =
        "FROM ruby:3.3-slim\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "CMD [\"ruby\", \"server.rb\"]\n",
    .after =
        "FROM ruby:3.3-slim\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "# Run as an unprivileged user (added by harden)\n"
        "RUN groupadd --gid 10001 app && \\\n"
        "    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home "
        "--home-dir /nonexistent --shell /usr/sbin/nologin app\n"
        "USER 10001:10001\n"
        "CMD [\"ruby\", \"server.rb\"]\n",
    .references = created_user_references,
    .severity = Severity::info,
    .of_rewrite = true,
};

}  // namespace harden::rule_texts
