#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo missing_restart_call = {
    .code = "HD312",
    .name = "missing-restart-call",
    .summary = "Waits fail after `docker pause`",
    .what =
        "`restart_syscall` in a profile that refuses what it does not name.",
    .why =
        "When a stop, a freeze (`docker pause`) or a debugger interrupts a "
        "wait with a time limit (`poll`, `nanosleep`, `futex`), the kernel "
        "lets the thread go on with `restart_syscall`, and the filter is "
        "asked about that, too. Refused, the wait fails with an error that "
        "programs do not expect of it: the loop of a Python server ends with "
        "PermissionError. No program makes the call itself, so traces do not "
        "show it.",
    .remedy =
        "Allow `restart_syscall`. It continues only what the thread was "
        "allowed to begin.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"execve\", \"exit_group\", "
        "\"futex\", \"poll\",\n"
        "                         \"rt_sigreturn\", \"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"restart_syscall(2)",
                   "https://github.com/moby/moby/pull/21117"},
    .severity = Severity::warning,
    .language = "json",
};

void check_missing_restart_call(const ProfileSubject& subject,
                                Findings& findings) {
  if (subject.is_open() ||
      subject.place_of("restart_syscall", true) != nullptr) {
    return;
  }
  report(
      findings, missing_restart_call, subject.default_action,
      "`restart_syscall` is not allowed: a wait that `docker pause`, SIGSTOP "
      "or a debugger interrupts fails instead of going on",
      "allow `restart_syscall`; it only continues what the thread was allowed "
      "to begin");
}

}  // namespace harden::rule
