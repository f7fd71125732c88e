// harden profile lint: what is wrong with a profile.
#include <algorithm>

#include "runtime/seccomp/profile_subject.h"
#include "runtime/seccomp/seccomp.h"

namespace harden {

Findings lint_seccomp_profile(const SourceFile& source) {
  const rule::ProfileSubject subject{seccomp::read_profile_with_places(source)};
  Findings findings;
  for (const auto& it : rule_checks<rule::ProfileSubject>()) {
    it.find(subject, findings);
  }
  std::ranges::stable_sort(findings, {},
                           [](const Diagnostic& it) { return it.span.begin; });
  return findings;
}

}  // namespace harden
