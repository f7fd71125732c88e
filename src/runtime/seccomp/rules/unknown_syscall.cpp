#include <fmt/format.h>

#include "base/text/word_lists.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo unknown_syscall = {
    .code = "HD301",
    .name = "unknown-syscall",
    .summary = "A rule names a system call that does not exist",
    .what =
        "Names that no architecture of Linux has, as the table of "
        "harden knows them (up to Linux 6.17).",
    .why =
        "Engines and libseccomp pass over names that they do not know. "
        "Where a call is misspelt, the program that needs it fails; "
        "where a name is of the C library (`pread`), the kernel calls "
        "it otherwise (`pread64`).",
    .remedy = "Write the name that strace shows.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"pread\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"https://man7.org/linux/man-pages/man2/syscalls.2.html"},
    .severity = Severity::warning,
    .language = "json",
};

void check_unknown_syscall(const ProfileSubject& subject, Findings& findings) {
  std::vector<std::string_view> known;
  for (const seccomp::RulePlaces& rule : subject.rules) {
    for (const auto& [name, span] : rule.names) {
      if (seccomp::find_call(name) != nullptr) continue;
      if (known.empty()) {
        for (const auto& it : seccomp::tables.calls) known.push_back(it.name);
      }
      report(findings, unknown_syscall, span,
             fmt::format(
                 "there is no system call `{}`, so engines pass over it", name),
             did_you_mean(closest(name, known)));
    }
  }
}

}  // namespace harden::rule
