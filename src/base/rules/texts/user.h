// HD101 to HD105: as whom the image runs.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view root_user_references[] = {
    "https://docs.docker.com/build/building/best-practices/#user",
    "CIS Docker Benchmark 4.1: a user for the container has been created",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
};
inline constexpr RuleInfo root_user = {
    .code = "HD101",
    .name = "root-user",
    .summary = "The image runs as root",
    .what =
        "The user of the final stage (or of `--target`), as the engine would "
        "record it: the last USER there, else the one inherited from an "
        "earlier stage or from the base image. `0`, `00`, `root`, `0:0`, "
        "`:1000`, a name that RUN gave uid 0, and no USER at all on a base "
        "that starts as root count as root. Builder stages may be root.",
    .why =
        "Who breaks into the program is root in the container: free to change "
        "its files, to install tools, and one kernel or mount mistake away "
        "from root on the host. Kubernetes refuses such an image under "
        "`runAsNonRoot`.",
    .remedy =
        "harden picks an unprivileged user that the file already creates, else "
        "one that the base image ships, else creates one, and puts `USER "
        "uid:gid` behind the last instruction that needs root. The ids are "
        "numeric because Kubernetes cannot check a name. `--user`, `--uid`, "
        "`--gid` and `--user-style=name` choose otherwise.",
    .before =
        "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n"
        "CMD [\"node\", \"server.js\"]\n",
    .after =
        "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n"
        "# Run as an unprivileged user (added by harden)\n"
        "USER 1000:1000\nCMD [\"node\", \"server.js\"]\n",
    .references = root_user_references,
    .severity = Severity::error,
    .safety = Safety::changes_behaviour,
    .about_root = true,
};

inline constexpr std::string_view unknown_user_references[] = {
    "https://docs.docker.com/reference/dockerfile/#user",
};
inline constexpr RuleInfo unknown_user = {
    .code = "HD102",
    .name = "unknown-user",
    .summary = "The file does not tell as whom the image runs",
    .what =
        "The user depends on something that is not in the file: an ARG without "
        "a default, a base image that harden knows nothing about and no USER "
        "behind it, a name that nobody is seen to create, a start script that "
        "may step down and is not at hand.",
    .why =
        "What cannot be shown to be unprivileged may be root. harden does not "
        "guess.",
    .remedy =
        "Tell harden what is missing: `--build-arg NAME=VALUE` for an "
        "argument, `--base-inspect FILE` with the output of `docker image "
        "inspect IMAGE` or a `[bases]` entry in harden.toml for a base image, "
        "`--context DIR` for a script. A numeric `USER 10001:10001` needs "
        "neither. `harden check "
        "--unknown=warn` lets the file pass.",
    .before = "FROM debian:12\nARG APP_USER\nUSER $APP_USER\n",
    .after = "",
    .references = unknown_user_references,
    .severity = Severity::error,
    .about_root = true,
};

inline constexpr std::string_view cannot_start_references[] = {
    "moby/moby: daemon/oci_linux.go (getUser)",
    "moby/sys: user/user.go (GetExecUser)",
};
inline constexpr RuleInfo user_cannot_start = {
    .code = "HD103",
    .name = "user-cannot-start",
    .summary = "The engine refuses to start this user",
    .what =
        "USER names an account that the image does not have, a number above "
        "2147483647, or something that is neither a name nor a decimal number "
        "(`0x0`).",
    .why =
        "The image builds, and then no container starts from it: \"unable to "
        "find user\".",
    .remedy =
        "Create the account before the USER line, or use a number: `USER "
        "10001:10001` needs no account.",
    .before =
        "FROM debian:12\nCOPY app /usr/local/bin/\nUSER app\n"
        "CMD [\"app\"]\n",
    .after = "",
    .references = cannot_start_references,
    .severity = Severity::error,
    .safety = Safety::changes_behaviour,
    .about_root = true,
};

inline constexpr std::string_view root_group_references[] = {
    "https://docs.docker.com/reference/dockerfile/#user",
    "moby/moby: daemon/oci_linux.go (getUser)",
};
inline constexpr RuleInfo root_group = {
    .code = "HD104",
    .name = "root-group",
    .summary = "The user is unprivileged, but its group is root's",
    .what =
        "The process has gid 0 though its uid is not 0: `USER 1000` without a "
        "group where /etc/passwd has no such uid, `USER 1000:0`, or an account "
        "whose primary group is root. Images made for OpenShift do this on "
        "purpose.",
    .why =
        "The process may read and write whatever root's group may, which in "
        "many images is more than intended.",
    .remedy = "Name the group: `USER 1000:1000`.",
    .before = "FROM debian:12\nUSER 1000\nCMD [\"sleep\", \"infinity\"]\n",
    .after = "",
    .references = root_group_references,
    .severity = Severity::warning,
    .about_root = true,
};

inline constexpr std::string_view lost_groups_references[] = {
    "https://docs.docker.com/reference/dockerfile/#user",
    "moby/sys: user/user.go (GetExecUser)",
};
inline constexpr RuleInfo lost_groups = {
    .code = "HD105",
    .name = "lost-groups",
    .summary = "`USER user:group` drops the user's other groups",
    .what =
        "An account with supplementary groups (`useradd -G audio app`) is set "
        "with an explicit group. Engines then give the process that one group "
        "and no other; `USER app` alone keeps them all.",
    .why =
        "Files and devices that are reached by those groups are no longer "
        "reached.",
    .remedy =
        "Leave the group out (`--user-style=name` writes the name alone), or "
        "start the container with `--group-add`.",
    .before =
        "FROM debian:12\nRUN useradd -u 10001 -U -G audio app\n"
        "USER app:app\nCMD [\"aplay\", \"/srv/hello.wav\"]\n",
    .after = "",
    .references = lost_groups_references,
    .severity = Severity::info,
};

}  // namespace harden::rule_texts
