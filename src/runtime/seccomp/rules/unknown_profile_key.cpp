#include <fmt/format.h>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo unknown_profile_key = {
    .code = "HD309",
    .name = "unknown-profile-key",
    .summary = "The profile has a key that engines do not know",
    .what =
        "Keys of the profile, of rules, of their arguments and "
        "conditions.",
    .why =
        "Engines pass over it without a word: a misspelt `includes` "
        "makes a rule for one capability a rule for everybody.",
    .remedy = "Correct or remove it.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"bpf\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "               \"include\": {\"caps\": [\"CAP_BPF\"]}}]}\n",
    .references = {"moby/profiles: seccomp/seccomp.go"},
    .severity = Severity::warning,
    .language = "json",
};

void check_unknown_profile_key(const ProfileSubject& subject,
                               Findings& findings) {
  for (const seccomp::KeyProblem& it : subject.problems) {
    if (it.kind != seccomp::KeyProblem::Kind::unknown) continue;
    report(findings, unknown_profile_key, it.span,
           fmt::format("engines know no key `{}` and pass over it", it.key),
           did_you_mean(it.other));
  }
}

}  // namespace harden::rule
