#include <fmt/format.h>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo profile_contradiction = {
    .code = "HD302",
    .name = "profile-contradiction",
    .summary = "The profile has two keys that exclude each other",
    .what =
        "`architectures` beside `archMap`, and `name` beside `names` in"
        " one rule.",
    .why =
        "Engines refuse such a profile, and the container does not "
        "start.",
    .remedy =
        "Keep `archMap` and `names`; the plain form of the OCI runtime "
        "specification has `architectures`.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"architectures\": [\"SCMP_ARCH_X86_64\"],\n"
        " \"archMap\": [{\"architecture\": \"SCMP_ARCH_X86_64\", "
        "\"subArchitectures\": []}],\n"
        " \"syscalls\": []}\n",
    .references = {"moby/profiles: seccomp/seccomp_linux.go"},
    .severity = Severity::error,
    .language = "json",
};

void check_profile_contradiction(const ProfileSubject& subject,
                                 Findings& findings) {
  for (const seccomp::KeyProblem& it : subject.problems) {
    if (it.kind != seccomp::KeyProblem::Kind::excludes_another) continue;
    report(
        findings, profile_contradiction, it.span,
        fmt::format("`{}` beside `{}`: engines refuse the profile because one "
                    "excludes the other",
                    it.key, it.other));
  }
}

}  // namespace harden::rule
