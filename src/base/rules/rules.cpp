#include <algorithm>
#include <utility>

#include "base/rules/rule.h"
#include "base/rules/texts/apparmor.h"
#include "base/rules/texts/base_version.h"
#include "base/rules/texts/checks_off.h"
#include "base/rules/texts/downloads.h"
#include "base/rules/texts/exposure.h"
#include "base/rules/texts/file_modes.h"
#include "base/rules/texts/host_access.h"
#include "base/rules/texts/input.h"
#include "base/rules/texts/no_healthcheck.h"
#include "base/rules/texts/packages.h"
#include "base/rules/texts/program_user.h"
#include "base/rules/texts/repeated_instruction.h"
#include "base/rules/texts/rewrite.h"
#include "base/rules/texts/scratch.h"
#include "base/rules/texts/seccomp.h"
#include "base/rules/texts/secrets.h"
#include "base/rules/texts/settings_file.h"
#include "base/rules/texts/settings_isolation.h"
#include "base/rules/texts/settings_limits.h"
#include "base/rules/texts/settings_mounts.h"
#include "base/rules/texts/settings_rights.h"
#include "base/rules/texts/start.h"
#include "base/rules/texts/step_down.h"
#include "base/rules/texts/sudo.h"
#include "base/rules/texts/suppressions.h"
#include "base/rules/texts/system_folders.h"
#include "base/rules/texts/user.h"
#include "base/text/ascii.h"

namespace harden {
namespace {

// A new rule: its text in one of the headers above, its line here, and a page
// by `harden rules --markdown docs/rules`.
constexpr RuleInfo table[] = {
    rule_texts::syntax_error,
    rule_texts::unknown_instruction,
    rule_texts::broken_exec_form,
    rule_texts::unused_suppression,
    rule_texts::unknown_suppression_code,
    rule_texts::suppression_without_reason,
    rule_texts::forbidden_suppression,
    rule_texts::expired_ignore,
    rule_texts::root_user,
    rule_texts::unknown_user,
    rule_texts::user_cannot_start,
    rule_texts::root_group,
    rule_texts::lost_groups,
    rule_texts::low_port,
    rule_texts::rewrite_refused,
    rule_texts::onbuild_user,
    rule_texts::written_path,
    rule_texts::base_steps_down,
    rule_texts::created_user,
    rule_texts::script_steps_down,
    rule_texts::exec_still_root,
    rule_texts::existing_volume,
    rule_texts::script_needs_no_root,
    rule_texts::output_by_path,
    rule_texts::sudo_in_run,
    rule_texts::sudo_at_run_time,
    rule_texts::sudo_without_password,
    rule_texts::sudo_group,
    rule_texts::shell_form,
    rule_texts::scratch_stage,
    rule_texts::base_kept,
    rule_texts::rootfs_doubt,
    rule_texts::bare_scratch,
    rule_texts::duplicate_setting,
    rule_texts::unknown_setting,
    rule_texts::broken_setting,
    rule_texts::unknown_value,
    rule_texts::privileged_container,
    rule_texts::host_namespace,
    rule_texts::engine_socket,
    rule_texts::root_container,
    rule_texts::untold_user,
    rule_texts::root_group_container,
    rule_texts::added_capability,
    rule_texts::kept_capabilities,
    rule_texts::unconfined,
    rule_texts::host_mount,
    rule_texts::relabelled_folder,
    rule_texts::host_device,
    rule_texts::no_memory_limit,
    rule_texts::no_cpu_limit,
    rule_texts::no_pids_limit,
    rule_texts::writable_root,
    rule_texts::new_privileges,
    rule_texts::open_port,
    rule_texts::endless_restart,
    rule_texts::no_health_check,
    rule_texts::shared_propagation,
    rule_texts::shared_namespace,
    rule_texts::unknown_syscall,
    rule_texts::profile_contradiction,
    rule_texts::rule_without_effect,
    rule_texts::repeated_argument,
    rule_texts::missing_start_call,
    rule_texts::dangerous_call,
    rule_texts::wider_than_default,
    rule_texts::open_default,
    rule_texts::unknown_profile_key,
    rule_texts::clone3_without_enosys,
    rule_texts::unfiltered_socketcall,
    rule_texts::missing_restart_call,
    rule_texts::bane_setting,
    rule_texts::set_uid_program,
    rule_texts::set_uid_of_base,
    rule_texts::world_writable,
    rule_texts::secret_in_variable,
    rule_texts::secret_file_copied,
    rule_texts::secret_in_run,
    rule_texts::base_without_tag,
    rule_texts::base_latest,
    rule_texts::base_without_digest,
    rule_texts::registry_not_allowed,
    rule_texts::add_url_without_checksum,
    rule_texts::add_instead_of_copy,
    rule_texts::download_piped_to_shell,
    rule_texts::pipe_without_pipefail,
    rule_texts::tls_check_off,
    rule_texts::signature_check_off,
    rule_texts::package_cache,
    rule_texts::recommended_packages,
    rule_texts::update_alone,
    rule_texts::build_tool_left,
    rule_texts::admin_port,
    rule_texts::password_set_in_image,
    rule_texts::whole_context_copied,
    rule_texts::docker_socket,
    rule_texts::insecure_build,
    rule_texts::host_network_build,
    rule_texts::writable_code,
    rule_texts::named_user,
    rule_texts::system_folder_volume,
    rule_texts::system_folder_workdir,
    rule_texts::repeated_instruction,
    rule_texts::no_healthcheck,
};

}  // namespace

std::span<const RuleInfo> rules() { return table; }

const RuleInfo* find_rule(std::string_view code_or_name) {
  // Mostly it is a code, once for each finding.
  const auto* code = std::lower_bound(
      std::begin(table), std::end(table), code_or_name,
      [](const auto& rule, std::string_view it) { return rule.code < it; });
  if (code != std::end(table) && code->code == code_or_name) return code;
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [&](const auto& rule) {
        return equals_ignoring_case(rule.code, code_or_name) ||
               equals_ignoring_case(rule.name, code_or_name);
      });
  return found == std::end(table) ? nullptr : found;
}

Diagnostic finding(RuleId rule, Span span, std::string message,
                   std::string help) {
  Diagnostic result;
  result.rule = rule;
  result.severity = find_rule(rule)->severity;
  result.span = span;
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

}  // namespace harden
