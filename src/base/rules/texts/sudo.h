// HD120 to HD123: sudo while the image is built, and in the image.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view sudo_in_run_references[] = {
    "https://docs.docker.com/build/building/best-practices/#user",
    "sudo(8): options, and the environment that a command gets",
};
inline constexpr RuleInfo sudo_in_run = {
    .code = "HD120",
    .name = "sudo-in-run",
    .summary = "`sudo` stands in a `RUN` that root runs anyway",
    .what =
        "A command of a RUN is called with `sudo` while the user in effect is "
        "root: also in lists, pipelines, `$(…)`, heredocs, `sh -c '…'`, and "
        "behind `xargs`, `env` or `find -exec`. RUN lines of other users are "
        "not looked at, since they need it; nor is asking for `sudo` "
        "(`command -v sudo`) or installing it.",
    .why =
        "It changes nothing but the environment of the command, and for it "
        "`sudo` is installed in the image, where it is one more program that "
        "makes other users root.",
    .remedy =
        "harden takes `sudo` and its options away. It stays, with the reason, "
        "where it does something that root's shell would not: another user or "
        "group, `-i`, `-s`, a command of the shell behind it. Then write the "
        "command without it.",
    .before =
        "FROM debian:12\n"
        "RUN sudo apt-get update && sudo -E apt-get install -y nginx\n"
        "USER 10001:10001\n",
    .after =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y nginx\n"
        "USER 10001:10001\n",
    .references = sudo_in_run_references,
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

inline constexpr std::string_view sudo_at_run_time_references[] = {
    "https://docs.kernel.org/userspace-api/no_new_privs.html",
};
inline constexpr RuleInfo sudo_at_run_time = {
    .code = "HD121",
    .name = "sudo-at-run-time",
    .summary = "`sudo` is called when the container runs",
    .what = "ENTRYPOINT, CMD or HEALTHCHECK of the image calls `sudo`.",
    .why =
        "The image's user must then be allowed to become root without a "
        "password, and so may whoever breaks into the program. Under "
        "`no-new-privileges`, which Kubernetes asks for with "
        "`allowPrivilegeEscalation: false`, sudo does not start at all.",
    .remedy =
        "Do in a RUN what needs root. What root must do at each start belongs "
        "into a start script that steps down before it starts the program.",
    .before =
        "FROM debian:12\nUSER 1000:1000\n"
        "CMD [\"sudo\", \"nginx\", \"-g\", \"daemon off;\"]\n",
    .after = "",
    .references = sudo_at_run_time_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view sudo_without_password_references[] = {
    "sudoers(5): NOPASSWD",
};
inline constexpr RuleInfo sudo_without_password = {
    .code = "HD122",
    .name = "sudo-without-password",
    .summary = "A user of the image may become root without a password",
    .what =
        "A RUN of the image writes an entry with `NOPASSWD` to /etc/sudoers "
        "or /etc/sudoers.d, or COPY or ADD brings such a file there. Stages "
        "that are not part of the final image do not count.",
    .why =
        "Running as that user is then no more than a habit: `sudo` makes any "
        "program of it root.",
    .remedy =
        "Leave the entry out. What needs root belongs into a RUN before USER.",
    .before =
        "FROM debian:12\n"
        "RUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers\n"
        "USER 1000:1000\n",
    .after = "",
    .references = sudo_without_password_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo sudo_group = {
    .code = "HD123",
    .name = "sudo-group",
    .summary = "A user of the image is in a group that may become root",
    .what =
        "A RUN of the image puts a user into the group `sudo`, `wheel` or "
        "`admin`: with useradd, usermod, adduser, addgroup or gpasswd.",
    .why =
        "Distributions let the members of these groups become root with "
        "`sudo`, some without a password.",
    .remedy = "Leave the group out.",
    .before =
        "FROM ubuntu:22.04\nRUN useradd --uid 10001 -G sudo app\n"
        "USER 10001:10001\n",
    .after = "",
    .references = {},
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
