#include "cli/options/option_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>

#include "base/text/closest.h"
#include "cli/options/option_choices.h"
#include "cli/search/known_rule.h"

namespace harden::cli {
namespace {

// Engines refuse more (moby: daemon/oci_linux.go).
constexpr std::uint32_t max_id = 2147483647;

std::optional<std::uint32_t> id(std::string_view option,
                                const std::string& value, std::uint32_t least) {
  if (value.empty()) return std::nullopt;
  std::uint32_t result = 0;
  const auto* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, result);
  if (error != std::errc() || stop != end || result < least ||
      result > max_id) {
    throw UsageError(fmt::format("`{}` takes a number from {} to {}, not `{}`",
                                 option, least, max_id, value));
  }
  return result;
}

// "fail, warn or ignore"
std::string list(std::span<const std::string_view> words) {
  return fmt::format("{} or {}", fmt::join(words.first(words.size() - 1), ", "),
                     words.back());
}

// The index of the value among the allowed ones.
std::size_t one_of(std::string_view option, std::string_view value,
                   std::span<const std::string_view> allowed) {
  const auto found = std::find(allowed.begin(), allowed.end(), value);
  if (found != allowed.end()) {
    return static_cast<std::size_t>(found - allowed.begin());
  }
  const auto near = closest(value, allowed);
  throw UsageError(fmt::format(
      "`{}` takes {}, not `{}`{}", option, list(allowed), value,
      near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
}

bool is_lower(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<std::uint32_t> user_id(const std::string& value) {
  return id("--uid", value, 1);
}

std::optional<std::uint32_t> group_id(const std::string& value) {
  return id("--gid", value, 0);
}

// What every distribution's tools accept.
void check_user_name(const std::string& value) {
  if (value.empty()) return;
  if (value == "root") {
    throw UsageError("`--user root` is what harden is there to avoid");
  }
  const bool fine = value.size() <= 32 && is_lower(value.front()) &&
                    std::all_of(value.begin(), value.end(), [](char c) {
                      return is_lower(c) || is_digit(c) || c == '-';
                    });
  if (!fine) {
    throw UsageError(
        fmt::format("`--user` takes a name of up to 32 lower-case letters, "
                    "digits, `_` and `-`, not `{}`; for a number there is "
                    "`--uid`",
                    value));
  }
}

void check_build_arg(const std::string& value) {
  const std::string_view name =
      std::string_view(value).substr(0, value.find('='));
  const bool fine = !name.empty() && is_letter(name.front()) &&
                    std::all_of(name.begin(), name.end(), [](char c) {
                      return is_letter(c) || is_digit(c);
                    });
  if (!fine) {
    throw UsageError(fmt::format(
        "`--build-arg` takes NAME=VALUE, or NAME to take the value from the "
        "environment, not `{}`",
        value));
  }
}

UserStyle user_style(const std::string& value) {
  return static_cast<UserStyle>(one_of("--user-style", value, user_styles));
}

UnknownUser unknown_user(const std::string& value) {
  static constexpr std::array<std::string_view, 3> names = {"fail", "warn",
                                                            "ignore"};
  return static_cast<UnknownUser>(one_of("--unknown", value, names));
}

StepDownMode step_down_mode(const std::string& value) {
  static constexpr std::array<std::string_view, 3> names = {"auto", "always",
                                                            "never"};
  return static_cast<StepDownMode>(one_of("--step-down", value, names));
}

StepDownTool step_down_tool(const std::string& value) {
  if (value.empty()) return StepDownTool::automatic;
  // The first of the enum is "harden chooses".
  return static_cast<StepDownTool>(
      one_of("--step-down-tool", value, step_down_tools) + 1);
}

RootfsMode rootfs_mode(const std::string& value) {
  static constexpr std::array<std::string_view, 3> names = {"auto", "scratch",
                                                            "keep"};
  return static_cast<RootfsMode>(one_of("--rootfs", value, names));
}

void check_artifact(const std::string& value) {
  if (value.empty() || value.starts_with('/')) return;
  throw UsageError(fmt::format(
      "`--artifact` takes the program's absolute path in the image, not `{}`",
      value));
}

void check_keep(const std::string& value) {
  if (value.starts_with('/') && value.size() > 1) return;
  throw UsageError(fmt::format(
      "`--keep` takes an absolute path in the image, not `{}`", value));
}

std::vector<BundlePart> bundle_parts(const std::string& value) {
  std::vector<BundlePart> result;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    result.push_back(static_cast<BundlePart>(
        one_of("--emit", rest.substr(0, comma), bundle_part_names)));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return result;
}

Engine engine(const std::string& value) {
  return static_cast<Engine>(one_of("--engine", value, engines));
}

AppArmorStrength apparmor_strength(const std::string& value) {
  static constexpr std::array<std::string_view, 2> names = {"container",
                                                            "strict"};
  return static_cast<AppArmorStrength>(one_of("--strength", value, names));
}

bool is_json(const std::string& value) {
  static constexpr std::array<std::string_view, 2> names = {"text", "json"};
  return one_of("--format", value, names) == 1;
}

ReportFormat report_format(const std::string& value) {
  return static_cast<ReportFormat>(one_of("--format", value, report_formats));
}

std::vector<RuleId> rule_codes(const std::vector<std::string>& values) {
  std::vector<RuleId> codes;
  for (const std::string& value : values) {
    std::string_view rest = value;
    for (;;) {
      const auto end = rest.find(',');
      codes.push_back(known_rule(rest.substr(0, end)).code);
      if (end == rest.npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return codes;
}

void check_fix(const Arguments& arguments) {
  if (!arguments.fix) {
    if (arguments.unsafe) throw UsageError("`--unsafe` goes with `--fix`");
    if (arguments.diff) throw UsageError("`--diff` goes with `--fix`");
  }
  if (arguments.unsafe) return;
  for (const RuleId it : arguments.fix_only) {
    if (find_rule(it)->safety != Safety::changes_behaviour) continue;
    throw UsageError(fmt::format(
        "fixing {} may change what the program does; add `--unsafe` if that is "
        "wanted",
        it));
  }
}

std::optional<std::string> write_baseline(const std::string& value) {
  if (value.empty()) return std::nullopt;
  return value == "true" ? std::string() : value;
}

std::optional<Severity> fail_level(const std::string& value) {
  static constexpr std::optional<Severity> levels[] = {
      Severity::error, Severity::warning, Severity::info, std::nullopt};
  return levels[one_of("--fail-level", value, fail_levels)];
}

Shell completion_shell(const std::string& value) {
  if (value.empty()) {
    throw UsageError("no shell given; `harden completion` takes " +
                     list(completion_shells));
  }
  return static_cast<Shell>(
      one_of("harden completion", value, completion_shells));
}

std::chrono::milliseconds duration(const std::string& value) {
  struct Unit {
    std::string_view name;
    std::int64_t milliseconds;
  };
  static constexpr Unit units[] = {
      {"ms", 1}, {"s", 1000}, {"", 1000}, {"m", 60'000}, {"h", 3'600'000}};
  constexpr std::int64_t longest = 24 * 3'600'000;
  std::int64_t count = -1;
  const auto* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, count);
  const std::string_view unit(read.ptr,
                              static_cast<std::size_t>(end - read.ptr));
  for (const Unit& it : units) {
    if (read.ec != std::errc() || count < 0 || it.name != unit) continue;
    if (count > longest / it.milliseconds) break;
    return std::chrono::milliseconds(count * it.milliseconds);
  }
  throw UsageError(fmt::format(
      "`--for` takes a time up to a day, such as 30s, 5m or 500ms, not `{}`",
      value));
}

std::uint32_t start_count(const std::string& value) {
  std::uint32_t count = 0;
  const auto* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, count);
  if (read.ec == std::errc() && read.ptr == end && count <= 10'000)
    return count;
  throw UsageError(fmt::format(
      "`--starts` takes a number from 0 to 10000, not `{}`", value));
}

std::uint32_t job_count(const std::string& value) {
  if (value.empty()) return 0;
  std::uint32_t count = 0;
  const auto* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, count);
  if (read.ec == std::errc() && read.ptr == end && count >= 1 && count <= 256) {
    return count;
  }
  throw UsageError(
      fmt::format("`--jobs` takes a number from 1 to 256, not `{}`", value));
}

SeccompMargin seccomp_margin(const std::string& value) {
  static constexpr std::array<std::string_view, 2> names = {"none", "family"};
  return static_cast<SeccompMargin>(one_of("--margin", value, names));
}

OnDeny on_deny(const std::string& value) {
  static constexpr std::array<std::string_view, 4> names = {"kill", "errno",
                                                            "log", "strict"};
  if (value.empty()) return OnDeny::as_written;
  // The first of the enum is what the profile says.
  return static_cast<OnDeny>(one_of("--on-deny", value, names) + 1);
}

bool allow_step_down(const std::string& value) {
  static constexpr std::array<std::string_view, 2> names = {"yes", "no"};
  return one_of("--allow-step-down", value, names) == 0;
}

}  // namespace harden::cli
