// All lint rules, one file each.
#pragma once

#include <vector>

#include "lint/subject.h"

namespace harden::lint_rules {

using Findings = std::vector<Diagnostic>;

// Each looks at the whole file and adds what it finds.
void secret_in_variable(const Subject& subject, Findings& findings);
void secret_file_copied(const Subject& subject, Findings& findings);
void secret_in_run(const Subject& subject, Findings& findings);
void base_without_tag(const Subject& subject, Findings& findings);
void base_latest(const Subject& subject, Findings& findings);
void base_without_digest(const Subject& subject, Findings& findings);
void registry_not_allowed(const Subject& subject, Findings& findings);
void add_url_without_checksum(const Subject& subject, Findings& findings);
void add_instead_of_copy(const Subject& subject, Findings& findings);
void download_piped_to_shell(const Subject& subject, Findings& findings);
void pipe_without_pipefail(const Subject& subject, Findings& findings);
void tls_check_off(const Subject& subject, Findings& findings);
void signature_check_off(const Subject& subject, Findings& findings);
void admin_port(const Subject& subject, Findings& findings);
void password_set_in_image(const Subject& subject, Findings& findings);
void whole_context_copied(const Subject& subject, Findings& findings);
void repeated_instruction(const Subject& subject, Findings& findings);

}  // namespace harden::lint_rules
