#include "harden/lint.h"

#include "lint/lint_rules.h"

namespace harden {
namespace {

namespace rule = lint_rules;

// In the order of their codes.
constexpr void (*checks[])(const rule::Subject&, rule::Findings&) = {
    rule::secret_in_variable,        // HD410
    rule::secret_file_copied,        // HD411
    rule::secret_in_run,             // HD412
    rule::base_without_tag,          // HD420
    rule::base_latest,               // HD421
    rule::base_without_digest,       // HD422
    rule::registry_not_allowed,      // HD423
    rule::add_url_without_checksum,  // HD430
    rule::add_instead_of_copy,       // HD431
    rule::download_piped_to_shell,   // HD432
    rule::pipe_without_pipefail,     // HD433
    rule::tls_check_off,             // HD434
    rule::signature_check_off,       // HD435
    rule::admin_port,                // HD450
    rule::password_set_in_image,     // HD451
    rule::whole_context_copied,      // HD452
    rule::repeated_instruction,      // HD465
};

}  // namespace

std::vector<Diagnostic> lint(const LintInput& input) {
  const rule::Subject subject(input);
  std::vector<Diagnostic> findings;
  for (const auto& check : checks) check(subject, findings);
  return findings;
}

}  // namespace harden
