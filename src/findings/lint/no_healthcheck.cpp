// HD466: an image that listens, and that no engine can ask whether it is well.
#include <algorithm>

#include "findings/lint/lint_rules.h"

namespace harden::lint_rules {
namespace {

bool has_healthcheck(const Subject& subject) {
  return std::ranges::any_of(subject.image_instructions(), [&](std::size_t i) {
    return subject.document.instructions[i].keyword == Keyword::healthcheck;
  });
}

}  // namespace

// `HEALTHCHECK NONE` is an answer. What the base brings is not known, so the
// rule speaks only of what the file itself exposes.
void no_healthcheck(const Subject& subject, Findings& findings) {
  if (has_healthcheck(subject)) return;
  for (const std::size_t i : subject.image_instructions()) {
    const Instruction& it = subject.document.instructions[i];
    if (it.keyword != Keyword::expose) continue;
    findings.push_back(finding(
        "HD466", it.span,
        "the image listens but has no `HEALTHCHECK`: an engine goes on sending "
        "requests to a program that hangs",
        "add a `HEALTHCHECK` that asks the program itself; Kubernetes ignores "
        "it and wants probes"));
    return;
  }
}

}  // namespace harden::lint_rules
