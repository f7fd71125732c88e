#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo insecure_build = {
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
    .references =
        {"https://docs.docker.com/reference/dockerfile/#run---security"},
    .severity = Severity::warning,
};

void check_insecure_build(const Subject& subject, Findings& findings) {
  for (const Instruction& it : subject.document.instructions) {
    const Flag* flag = run_flag(it, "security", "insecure");
    if (flag == nullptr) continue;
    report(findings, insecure_build, flag->span,
           "the commands of this `RUN` get all capabilities and devices of the "
           "machine that builds: whatever they fetch can take it over",
           "do at run time what needs these rights, or build it where nothing "
           "else runs");
  }
}

}  // namespace harden::rule
