#include "harden/lint.h"

#include "lint/lint_rules.h"

namespace harden {
namespace {

namespace rule = lint_rules;

// In the order of their codes.
constexpr void (*checks[])(const rule::Subject&, rule::Findings&) = {
    rule::secret_in_variable,
    rule::secret_file_copied,
    rule::secret_in_run,
    rule::repeated_instruction,
};

}  // namespace

std::vector<Diagnostic> lint(const LintInput& input) {
  const rule::Subject subject(input);
  std::vector<Diagnostic> findings;
  for (const auto& check : checks) check(subject, findings);
  return findings;
}

}  // namespace harden
