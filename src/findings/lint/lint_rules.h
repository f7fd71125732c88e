// All lint rules, one file each.
#pragma once

#include <vector>

#include "findings/lint/subject.h"

namespace harden::lint_rules {

using Findings = std::vector<Diagnostic>;

// Each looks at the whole file and adds what it finds.
void set_uid_program(const Subject& subject, Findings& findings);
void set_uid_of_base(const Subject& subject, Findings& findings);
void world_writable(const Subject& subject, Findings& findings);
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
void package_cache(const Subject& subject, Findings& findings);
void recommended_packages(const Subject& subject, Findings& findings);
void update_alone(const Subject& subject, Findings& findings);
void build_tool_left(const Subject& subject, Findings& findings);
void admin_port(const Subject& subject, Findings& findings);
void password_set_in_image(const Subject& subject, Findings& findings);
void whole_context_copied(const Subject& subject, Findings& findings);
void docker_socket(const Subject& subject, Findings& findings);
void insecure_build(const Subject& subject, Findings& findings);
void host_network_build(const Subject& subject, Findings& findings);
void writable_code(const Subject& subject, Findings& findings);
void named_user(const Subject& subject, Findings& findings);
void system_folder_volume(const Subject& subject, Findings& findings);
void system_folder_workdir(const Subject& subject, Findings& findings);
void repeated_instruction(const Subject& subject, Findings& findings);
void no_healthcheck(const Subject& subject, Findings& findings);

}  // namespace harden::lint_rules
