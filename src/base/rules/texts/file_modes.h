// HD401 to HD403: files that give more rights than they should.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view set_uid_program_references[] = {
    "https://docs.kernel.org/userspace-api/no_new_privs.html",
    "chmod(1): set-user-ID and set-group-ID bits",
};
inline constexpr RuleInfo set_uid_program = {
    .code = "HD401",
    .name = "set-uid-program",
    .summary = "A program of the image is made set-uid or set-gid",
    .what =
        "`chmod u+s`, `chmod 4755`, `install -m 6755`, `COPY --chmod=4755` and "
        "the like in the final image, unless a later line takes the bit or the "
        "file away. The set-gid bit of folders does not count: it only passes "
        "the group on.",
    .why =
        "Such a program runs with its owner's rights whoever starts it, and "
        "that is mostly root. Whoever gets into the container needs one error "
        "in it to become root. Under `no-new-privileges` the bit does nothing, "
        "so the program then fails.",
    .remedy =
        "Leave the bit out and do at build time what needs root. Where the "
        "program needs one right only, give the file that capability "
        "(`setcap`).",
    .before =
        "FROM debian:12\nCOPY helper /usr/local/bin/helper\n"
        "RUN chmod 4755 /usr/local/bin/helper\nUSER 1000:1000\n",
    .after = "",
    .references = set_uid_program_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view set_uid_of_base_references[] = {
    "CIS Docker Benchmark 4.8: setuid and setgid permissions are removed",
    "https://docs.kernel.org/userspace-api/no_new_privs.html",
};
inline constexpr RuleInfo set_uid_of_base = {
    .code = "HD402",
    .name = "set-uid-programs-of-base",
    .summary = "The set-uid programs of the base image stay",
    .what =
        "The final image is built on a distribution that ships set-uid "
        "programs (`su`, `mount`, `passwd` …), on Alpine with packages that "
        "may bring some, and no `RUN` takes the bits away with `find / -perm "
        "…`.",
    .why =
        "Services need none of them, and each is a way to root for whoever "
        "gets into the container. `no-new-privileges` closes it, too, but only "
        "where whoever starts the container asks for it.",
    .remedy =
        "On request harden adds a `RUN` behind root's last line of "
        "the final stage, for images on Debian and Alpine. Not where the image "
        "has `sudo`, which is set-uid itself.",
    .before =
        "FROM debian:12\nRUN useradd --uid 1000 app\nUSER 1000:1000\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .after = "",
    .references = set_uid_of_base_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .on_request = true,
};

inline constexpr std::string_view world_writable_references[] = {
    "https://cwe.mitre.org/data/definitions/732.html",
};
inline constexpr RuleInfo world_writable = {
    .code = "HD403",
    .name = "world-writable",
    .summary = "Every user may write files of the image",
    .what =
        "`chmod 777`, `chmod a+w`, `mkdir -m 777`, `COPY --chmod=666` and the "
        "like in the final image, unless a later line takes it back. Modes "
        "with the sticky bit (1777), as /tmp has, are fine. One finding a "
        "RUN.",
    .why =
        "Whoever gets into any process of the container can change these "
        "files, also those that root or another service runs or reads.",
    .remedy =
        "Give the files to the one user that writes them. harden makes 1777 of "
        "777 where only /tmp or /var/tmp is meant, and leaves all others: it "
        "cannot know who writes there.",
    .before =
        "FROM debian:12\nRUN mkdir /data && chmod -R 777 /data\n"
        "USER 1000:1000\n",
    .after = "",
    .references = world_writable_references,
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

}  // namespace harden::rule_texts
