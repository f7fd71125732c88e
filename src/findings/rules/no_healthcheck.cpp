#include <algorithm>

#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo no_healthcheck = {
    .code = "HD466",
    .name = "no-healthcheck",
    .summary = "An image that listens has no HEALTHCHECK",
    .what =
        "The final image has EXPOSE but no HEALTHCHECK. `HEALTHCHECK NONE` "
        "counts as one: it says that none is wanted.",
    .why =
        "An engine then sees whether the program runs, not whether it answers. "
        "Kubernetes asks with probes of its own, and images that run one job "
        "need none: hence the rule speaks on request only.",
    .remedy =
        "Add a HEALTHCHECK that asks the program itself, best with a command "
        "of its own instead of curl.",
    .before =
        "FROM debian:12\nEXPOSE 8080\nUSER 1000:1000\n"
        "CMD [\"/app/server\"]\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#healthcheck",
         "CIS Docker Benchmark 4.6: HEALTHCHECK instructions have been "
         "added"},
    .severity = Severity::info,
    .on_request = true,
};

namespace {

bool has_healthcheck(const Subject& subject) {
  return std::ranges::any_of(subject.image_instructions(), [&](std::size_t i) {
    return subject.instruction(i).keyword == Keyword::healthcheck;
  });
}

}  // namespace

// `HEALTHCHECK NONE` is an answer. What the base brings is not known, so the
// rule speaks only of what the file itself exposes.
void check_no_healthcheck(const Subject& subject, Findings& findings) {
  if (has_healthcheck(subject)) return;
  for (const std::size_t i : subject.image_instructions()) {
    const Instruction& it = subject.instruction(i);
    if (it.keyword != Keyword::expose) continue;
    report(
        findings, no_healthcheck, it.span,
        "the image listens but has no `HEALTHCHECK`: an engine goes on sending "
        "requests to a program that hangs",
        "add a `HEALTHCHECK` that asks the program itself; Kubernetes ignores "
        "it and wants probes");
    return;
  }
}

}  // namespace harden::rule
