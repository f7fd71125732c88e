#include "findings/find_all.h"

#include <algorithm>

#include "dockerfile/syntax/problems.h"
#include "findings/subject.h"

namespace harden {
namespace {

// What is refused or unknown may swallow what an edit makes.
bool is_understood(const Document& document) {
  return std::ranges::none_of(document.problems, [](const Diagnostic& it) {
    return it.rule == rule::syntax_error.code ||
           it.rule == rule::unknown_instruction.code;
  });
}

}  // namespace

Findings find_all(const Revision& file, const Options& options) {
  Findings findings = file.document().problems;
  const Findings& problems = file.evaluation().problems;
  findings.insert(findings.end(), problems.begin(), problems.end());
  for (const auto& it : rule_checks<Revision>()) {
    it.find(file, findings);
  }
  const auto own = static_cast<std::ptrdiff_t>(findings.size());
  const rule::Subject subject(file, options);
  for (const auto& it : rule_checks<rule::Subject>()) {
    it.find(subject, findings);
  }
  if (!is_understood(file.document())) {
    std::for_each(findings.begin() + own, findings.end(),
                  [](Diagnostic& it) { it.fix.reset(); });
  }
  return findings;
}

}  // namespace harden
