#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view admin_port_references[] = {
    "https://docs.docker.com/reference/dockerfile/#expose",
    "CIS Docker Benchmark: 5.7",
};
inline constexpr RuleInfo admin_port = {
    .code = "HD450",
    .name = "admin-port",
    .summary = "EXPOSE names a port for logging in to a machine",
    .what =
        "EXPOSE of the image names a TCP port of SSH (22), Telnet (23), rexec, "
        "rlogin and rsh (512 to 514), the Docker engine (2375, 2376), Remote "
        "Desktop (3389), VNC (5800, 5900, 5901) or WinRM (5985, 5986), alone "
        "or in a range. Stages that are not shipped do not count.",
    .why =
        "A container that is logged in to is administered as a machine: with "
        "accounts, keys and a daemon that has to be kept up to date, and a "
        "port that everybody tries.",
    .remedy =
        "`docker exec` and `kubectl exec` give a shell without any of it. An "
        "image that is meant to be an SSH server may excuse the line.",
    .before = "FROM debian:12\nEXPOSE 22 8080\nUSER 1000:1000\nCMD [\"app\"]\n",
    .after = "",
    .references = admin_port_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view password_references[] = {
    "CVE-2019-5021",
    "https://manpages.debian.org/chpasswd.8",
};
inline constexpr RuleInfo password_set_in_image = {
    .code = "HD451",
    .name = "password-set-in-image",
    .summary = "An account of the image gets a password",
    .what =
        "A RUN of the image sets or removes the password of an account: "
        "`chpasswd`, `passwd` that reads one, `passwd -d`, `useradd -p` and "
        "`usermod -p` with anything but `!` and `*`, `echo … | adduser`. "
        "Passwords that the line makes up by chance, or reads from "
        "/run/secrets, do not count, nor do stages that are not shipped.",
    .why =
        "All containers of the image have the same password, and whoever "
        "pulls it can read the line, or guess the hash in /etc/shadow. With an "
        "empty one any process becomes that user by `su`.",
    .remedy =
        "Leave accounts without a password (`useradd` does, `passwd -l`). "
        "`docker exec -u` needs none.",
    .before =
        "FROM debian:12\nRUN echo 'root:root' | chpasswd\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .after = "",
    .references = password_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view context_references[] = {
    "https://docs.docker.com/build/concepts/context/#dockerignore-files",
};
inline constexpr RuleInfo whole_context_copied = {
    .code = "HD452",
    .name = "whole-context-copied",
    .summary = "The image gets all files of the build context",
    .what =
        "`COPY .` or `ADD .` of the image, where the build context is at hand. "
        "A warning says which of its files should not be there (`.git`, "
        "`.ssh`, an `.env` with secrets, …); a remark, that no .dockerignore "
        "is in force, and any later file goes along. Stages that are not "
        "shipped, and files that another context is meant for, are left alone.",
    .why =
        "Histories, keys and local settings are published with the image, and "
        "nobody sees it in the Dockerfile.",
    .remedy =
        "Name what the image needs, or list in .dockerignore what it does not: "
        "best `*` and exceptions.",
    .before =
        "FROM node:22\nWORKDIR /app\nCOPY . .\nUSER node\n"
        "CMD [\"node\", \"server.js\"]\n",
    .after = "",
    .references = context_references,
    .severity = Severity::info,
};

}  // namespace harden::rule_texts
