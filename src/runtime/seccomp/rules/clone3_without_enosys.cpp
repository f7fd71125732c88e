#include <algorithm>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo clone3_without_enosys = {
    .code = "HD310",
    .name = "clone3-without-enosys",
    .summary = "`clone3` does not answer ENOSYS",
    .what =
        "Profiles that allow `clone` and do not say of `clone3` that it"
        " is allowed or fails with error 38.",
    .why =
        "A filter cannot see the flags of `clone3`, so it is refused. "
        "glibc takes `clone` instead only when the error is ENOSYS: "
        "with EPERM its threads and processes fail. New engines answer "
        "ENOSYS by themselves for calls newer than all those of the "
        "profile, and only for those.",
    .remedy = "Add a rule for `clone3` with SCMP_ACT_ERRNO and `errnoRet` 38.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"clone\", \"execve\", \"exit_group\", "
        "\"futex\",\n"
        "                         \"rt_sigreturn\", \"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"https://github.com/moby/moby/pull/42681",
                   "https://sourceware.org/glibc/: "
                   "sysdeps/unix/sysv/linux/clone-internal.c"},
    .severity = Severity::warning,
    .language = "json",
    .order = 1,
};

namespace {

// Without ENOSYS no libc tries clone instead.
bool answers(const SeccompRule& rule) {
  constexpr std::uint32_t no_such_call = 38;  // ENOSYS
  const bool concerns =
      std::ranges::find(rule.names, "clone3") != rule.names.end();
  return concerns &&
         (lets_through(rule.action) ||
          (rule.action == SeccompAction::error && rule.error == no_such_call));
}

}  // namespace

void check_clone3_without_enosys(const ProfileSubject& subject,
                                 Findings& findings) {
  if (subject.is_open() || subject.place_of("clone", true) == nullptr ||
      std::ranges::any_of(subject.profile.rules, answers)) {
    return;
  }
  report(
      findings, clone3_without_enosys, subject.default_action,
      "`clone3` does not answer ENOSYS (38): glibc 2.34 and later then make no "
      "threads instead of taking `clone`",
      "add a rule for `clone3` with SCMP_ACT_ERRNO and `errnoRet` 38");
}

}  // namespace harden::rule
