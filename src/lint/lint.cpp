#include "harden/lint.h"

#include "lint/lint_rules.h"

namespace harden {
namespace {

namespace rule = lint_rules;

// In the order of their codes.
constexpr void (*checks[])(const rule::Subject&, rule::Findings&) = {
    rule::secret_in_variable,    rule::secret_file_copied,
    rule::secret_in_run,         rule::base_without_tag,
    rule::base_latest,           rule::base_without_digest,
    rule::registry_not_allowed,  rule::add_url_without_checksum,
    rule::add_instead_of_copy,   rule::download_piped_to_shell,
    rule::pipe_without_pipefail, rule::repeated_instruction,
};

}  // namespace

std::vector<Diagnostic> lint(const LintInput& input) {
  const rule::Subject subject(input);
  std::vector<Diagnostic> findings;
  for (const auto& check : checks) check(subject, findings);
  return findings;
}

}  // namespace harden
