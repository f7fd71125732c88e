#include "findings/lint.h"

#include <algorithm>

#include "findings/lint/lint_rules.h"

namespace harden {
namespace {

namespace rule = lint_rules;

// In the order of their codes.
constexpr void (*checks[])(const rule::Subject&, rule::Findings&) = {
    rule::set_uid_program,           // HD401
    rule::set_uid_of_base,           // HD402
    rule::world_writable,            // HD403
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
    rule::package_cache,             // HD440
    rule::recommended_packages,      // HD441
    rule::update_alone,              // HD442
    rule::build_tool_left,           // HD443
    rule::admin_port,                // HD450
    rule::password_set_in_image,     // HD451
    rule::whole_context_copied,      // HD452
    rule::docker_socket,             // HD453
    rule::insecure_build,            // HD454
    rule::host_network_build,        // HD455
    rule::writable_code,             // HD460
    rule::named_user,                // HD461
    rule::system_folder_volume,      // HD463
    rule::system_folder_workdir,     // HD464
    rule::repeated_instruction,      // HD465
    rule::no_healthcheck,            // HD466
};

// What is refused or unknown may swallow what an edit makes.
bool is_understood(const Document& document) {
  return std::ranges::none_of(document.problems, [](const Diagnostic& it) {
    return it.rule == "HD001" || it.rule == "HD002";
  });
}

}  // namespace

std::vector<Diagnostic> lint(const LintInput& input) {
  const rule::Subject subject(input);
  std::vector<Diagnostic> findings;
  for (const auto& check : checks) check(subject, findings);
  if (!is_understood(input.file.document())) {
    for (Diagnostic& it : findings) it.fix.reset();
  }
  return findings;
}

}  // namespace harden
