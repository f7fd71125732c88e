// HD460 and HD461: how the user that the program runs as is given to it.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view writable_code_references[] = {
    "https://docs.docker.com/reference/dockerfile/#copy---chown---chmod",
    "https://cwe.mitre.org/data/definitions/732.html",
};
inline constexpr RuleInfo writable_code = {
    .code = "HD460",
    .name = "writable-code",
    .summary = "The program belongs to the user that it runs as",
    .what =
        "ENTRYPOINT or CMD name a file (`/app/server`, `node server.js`) that "
        "`COPY --chown` or `chown -R` gives to the image's user. Programs that "
        "are found through PATH or started by tools such as npm are not looked "
        "at.",
    .why =
        "Whoever gets into the program can replace it, and stays: also after "
        "the process is restarted. A program of root's cannot be changed by "
        "the user that runs it.",
    .remedy =
        "Leave the program to root, readable for all, and give the user the "
        "folders that it writes. A read-only root file system has the same "
        "effect.",
    .before =
        "FROM debian:12\nRUN useradd --uid 1000 app\n"
        "COPY --chown=app server /app/server\nUSER app\n"
        "CMD [\"/app/server\"]\n",
    .after = "",
    .references = writable_code_references,
    .severity = Severity::info,
};

inline constexpr std::string_view named_user_references[] = {
    "https://kubernetes.io/docs/tasks/configure-pod-container/"
    "security-context/",
};
inline constexpr RuleInfo named_user = {
    .code = "HD461",
    .name = "named-user",
    .summary = "`USER` is a name, where Kubernetes needs a number",
    .what =
        "The image's user is unprivileged and set by name. The last USER of "
        "the final stage counts.",
    .why =
        "With `runAsNonRoot: true` and no `runAsUser` the kubelet must see "
        "that the user is not root. It does not look into the image, so it "
        "refuses to start a name.",
    .remedy =
        "On request harden writes the numbers where the file tells "
        "them: `uid:gid`, or the uid alone where the account is in further "
        "groups, which an explicit group would drop.",
    .before =
        "FROM debian:12\nRUN groupadd --gid 1000 app && "
        "useradd --uid 1000 --gid 1000 app\nUSER app\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .after = "",
    .references = named_user_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .on_request = true,
};

}  // namespace harden::rule_texts
