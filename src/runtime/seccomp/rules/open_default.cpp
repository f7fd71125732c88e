#include <fmt/format.h>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo open_default = {
    .code = "HD308",
    .name = "open-default",
    .summary = "The profile lets through what it does not name",
    .what = "`defaultAction` SCMP_ACT_ALLOW or SCMP_ACT_LOG.",
    .why =
        "A list of what is forbidden misses what nobody thought of, and"
        " each new kernel brings calls that it does not have.",
    .remedy =
        "Name what the program needs, and refuse the rest: "
        "`\"defaultAction\": \"SCMP_ACT_ERRNO\"`. SCMP_ACT_LOG is for "
        "finding out.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ALLOW\",\n"
        " \"syscalls\": [{\"names\": [\"ptrace\"], \"action\": "
        "\"SCMP_ACT_ERRNO\"}]}\n",
    .references = {"https://docs.docker.com/engine/security/seccomp/"},
    .severity = Severity::error,
    .language = "json",
};

void check_open_default(const ProfileSubject& subject, Findings& findings) {
  if (!subject.is_open()) return;
  report(
      findings, open_default, subject.default_action,
      fmt::format("all calls that the profile does not name go through ({}), "
                  "new ones too",
                  to_string(subject.profile.default_action)),
      "name what is needed, and take SCMP_ACT_ERRNO as the default");
}

}  // namespace harden::rule
