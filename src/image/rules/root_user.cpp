#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo root_user = {
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
    .references =
        {"https://docs.docker.com/build/building/best-practices/#user",
         "CIS Docker Benchmark 4.1: a user for the container has been "
         "created",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::error,
    .safety = Safety::changes_behaviour,
    .about_root = true,
};

void check_root_user(const Revision& file, Findings& findings) {
  if (file.user().privilege != Privilege::root) return;
  findings.push_back(
      about_user(file, root_user,
                 "`harden FILE --diff` shows the change that gives it a user "
                 "of its own, or what is in the way"));
}

}  // namespace harden::rule
