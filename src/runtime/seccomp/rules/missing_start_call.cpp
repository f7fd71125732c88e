#include <fmt/format.h>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo missing_start_call = {
    .code = "HD305",
    .name = "missing-start-call",
    .summary = "A call is missing without which containers do not start",
    .what =
        "`execve`, `exit_group`, `futex`, `rt_sigreturn` and `write` in"
        " a profile that refuses what it does not name.",
    .why =
        "The engine loads the filter before it starts the program, and "
        "goes on making calls itself. Its threads need `futex` and "
        "`rt_sigreturn` only now and then: a container without them "
        "starts, and does not start one time in five.",
    .remedy =
        "`harden profile seccomp DOCKERFILE --merge FILE` adds what "
        "engines need.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"execve\", \"exit_group\", \"read\", "
        "\"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"opencontainers/runc: libcontainer/standard_init_linux.go"},
    .severity = Severity::error,
    .language = "json",
};

namespace {

// Without these no engine starts a program; futex and rt_sigreturn are missed
// only by some starts.
constexpr std::string_view start_calls[] = {"execve", "exit_group", "futex",
                                            "rt_sigreturn", "write"};

}  // namespace

void check_missing_start_call(const ProfileSubject& subject,
                              Findings& findings) {
  if (subject.is_open()) return;
  std::vector<std::string> missing;
  for (const std::string_view it : start_calls) {
    if (subject.place_of(it, true) != nullptr) continue;
    missing.push_back(fmt::format("`{}`", it));
  }
  if (missing.empty()) return;
  report(
      findings, missing_start_call, subject.default_action,
      fmt::format("{} {} not allowed: containers do not start, or only most of "
                  "the times",
                  fmt::join(missing, ", "), missing.size() == 1 ? "is" : "are"),
      "`harden profile seccomp DOCKERFILE --merge FILE` adds what engines "
      "need");
}

}  // namespace harden::rule
