#include <fmt/format.h>

#include <algorithm>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo repeated_argument = {
    .code = "HD304",
    .name = "repeated-argument",
    .summary = "A rule has two conditions on one argument",
    .what = "Two entries of `args` with the same `index`.",
    .why =
        "All conditions of a rule must hold, but libseccomp takes one "
        "for each argument. Engines then make each condition a rule of "
        "its own, so that any of them is enough: of `!= 1` and `!= 2` "
        "one always holds, and the rule lets everything through.",
    .remedy = "Write ranges (`<`, `>`) or values, one rule each.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"socket\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "   \"args\": [{\"index\": 0, \"value\": 38, \"op\": "
        "\"SCMP_CMP_NE\"},\n"
        "            {\"index\": 0, \"value\": 40, \"op\": "
        "\"SCMP_CMP_NE\"}]}]}\n",
    .references =
        {"opencontainers/runc: libcontainer/seccomp/seccomp_linux.go"},
    .severity = Severity::error,
    .language = "json",
};

namespace {

// libseccomp takes one condition an argument, so engines make each of several
// a rule of its own (runc: libcontainer/seccomp/seccomp_linux.go).
void look_at(const SeccompRule& rule, const seccomp::RulePlaces& places,
             Findings& findings) {
  for (std::size_t i = 0; i < rule.arguments.size(); ++i) {
    const SeccompArgument& one = rule.arguments[i];
    const auto first =
        std::ranges::find(rule.arguments, one.index, &SeccompArgument::index);
    if (first == rule.arguments.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    const bool negated = one.op == SeccompOp::ne && first->op == SeccompOp::ne;
    report(
        findings, repeated_argument, places.arguments[i],
        fmt::format(
            "argument {} has another condition already, and engines take "
            "several conditions of one rule as alternatives when they are "
            "about one argument{}",
            one.index,
            negated ? ": of two `!=` one always holds, so this rule is for all "
                      "values"
                    : ""),
        "write what is allowed as ranges or values, one rule each");
  }
}

}  // namespace

void check_repeated_argument(const ProfileSubject& subject,
                             Findings& findings) {
  for (std::size_t i = 0; i < subject.rules.size(); ++i) {
    look_at(subject.profile.rules[i], subject.rules[i], findings);
  }
}

}  // namespace harden::rule
