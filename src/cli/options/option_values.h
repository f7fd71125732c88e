// What the values of options must look like. All throw UsageError, which names
// the option, the value and what is allowed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/options/arguments.h"

namespace harden::cli {

// Both empty for an option that was not given.
std::optional<std::uint32_t> user_id(const std::string& value);
std::optional<std::uint32_t> group_id(const std::string& value);

void check_user_name(const std::string& value);
void check_build_arg(const std::string& value);
UserStyle user_style(const std::string& value);
UnknownUser unknown_user(const std::string& value);
StepDownMode step_down_mode(const std::string& value);
// Empty: harden chooses.
StepDownTool step_down_tool(const std::string& value);
RootfsMode rootfs_mode(const std::string& value);
void check_artifact(const std::string& value);
void check_keep(const std::string& value);
// "run,compose"
std::vector<BundlePart> bundle_parts(const std::string& value);
Engine engine(const std::string& value);
// Of `harden completion`.
Shell completion_shell(const std::string& value);
// "30s", "2m", "500ms", "30"
std::chrono::milliseconds duration(const std::string& value);
std::uint32_t start_count(const std::string& value);
// Empty: 0, as many as there are cores.
std::uint32_t job_count(const std::string& value);
AppArmorStrength apparmor_strength(const std::string& value);
ReportFormat report_format(const std::string& value);
// "HD401,HD120", each a code or a name; may be given several times.
std::vector<RuleId> rule_codes(const std::vector<std::string>& values);
// --fix and what goes with it.
void check_fix(const Arguments& arguments);
// "true" is the flag without a value, for which the result is empty.
std::optional<std::string> write_baseline(const std::string& value);
std::optional<Severity> fail_level(const std::string& value);
bool is_json(const std::string& value);
SeccompMargin seccomp_margin(const std::string& value);
// Empty: as the profile says.
OnDeny on_deny(const std::string& value);
bool allow_step_down(const std::string& value);

}  // namespace harden::cli
