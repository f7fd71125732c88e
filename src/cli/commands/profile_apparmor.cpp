// harden profile apparmor: from a Dockerfile, from bane's settings, or rules
// from a log.
#include <fmt/format.h>
#include <unistd.h>

#include "base/files/read_input.h"
#include "base/files/read_lines.h"
#include "base/quote/visible_text.h"
#include "cli/check/each_file.h"
#include "cli/commands/commands.h"
#include "cli/commands/profile_file.h"
#include "cli/commands/profile_verbs.h"
#include "cli/config/settings.h"
#include "cli/output/console.h"
#include "cli/output/output_file.h"
#include "findings/report/text_report.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/emit/comment.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {
namespace {

constexpr const char* log_kind =
    "the kernel's messages (`journalctl -k`, `dmesg`) or auditd's log";

void remark(const Arguments& arguments, const std::string& text) {
  if (!arguments.quiet) print_error(text + "\n");
}

// harden.toml may ask for a strength; the option counts more.
int write_apparmor(const Arguments& arguments, const std::string& file) {
  const Policy policy = hardened_policy(arguments, file);
  AppArmorRequest request;
  request.strength = arguments.strength.value_or(policy.apparmor_strength);
  request.complain = arguments.complain;
  request.abi = !arguments.no_abi;
  write_output(arguments, apparmor_profile(policy, request));
  if (policy.unsafe_because.empty()) return done;
  remark(arguments, "note: the service is not shown to run unprivileged: " +
                        visible(policy.unsafe_because));
  return not_shown;
}

int convert_bane(const Arguments& arguments) {
  const std::string& file = arguments.bane;
  const SourceFile source(file == "-" ? "<stdin>" : file,
                          read_bytes(file, "a configuration file of bane"));
  const BaneProfile profile = read_bane(source);
  const bool colour = wants_colour(STDERR_FILENO, arguments.no_color);
  int status = done;
  for (const Diagnostic& it : profile.notes) {
    if (it.severity == Severity::error) status = not_shown;
  }
  if (!arguments.quiet) {
    print_error(text_report(source, profile.notes, {colour, false}));
  }
  write_output(arguments, profile.text);
  return status;
}

std::string rule_line(const ProposedRule& rule) {
  const std::string_view kind = rule.generalised ? ", generalised" : "";
  const std::string_view lines = rule.lines == 1 ? "line" : "lines";
  const std::string note =
      fmt::format("  # {} {}{}\n", rule.lines, lines, kind);
  if (!rule.dangerous) return rule.rule + note;
  return "  # Undoes the confinement, so it is not given:\n  #" +
         rule.rule.substr(1) + note;
}

std::string rules_text(const AppArmorLog& log, const std::string& profile) {
  std::string text = comment(fmt::format(
      "Rules that {} lines about the profile {} ask for. Proposed by harden: "
      "what a program wanted is not always what it needs, so read them "
      "first. `generalised` marks names that were made fit for other runs.",
      log.lines(), profile));
  text += fmt::format(
      "#\n# The profile takes them from /etc/apparmor.d/local/{}; then load it "
      "again.\n\n",
      profile);
  for (const ProposedRule& it : log.rules()) text += rule_line(it);
  return text;
}

// The names of other profiles in the log tell what was meant.
std::string nothing_found(const AppArmorLog& log, const std::string& profile) {
  std::string text =
      fmt::format("note: the log says nothing about the profile {}", profile);
  std::string names;
  int shown = 0;
  for (const auto& [name, lines] : log.others()) {
    if (++shown > 5) break;
    names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", visible(name),
                         lines);
  }
  if (!names.empty()) {
    text += "; it has lines about " + names + ": see `--profile`";
  }
  return text;
}

int propose_rules(const Arguments& arguments) {
  const std::string profile = arguments.profile_name.empty()
                                  ? apparmor_profile_name(hardened_policy(
                                        arguments, arguments.files.front()))
                                  : arguments.profile_name;
  AppArmorLog log(profile);
  read_lines(arguments.from_log, log_kind,
             [&](std::string_view line) { log.add_line(line); });
  if (log.lines() == 0) {
    remark(arguments, nothing_found(log, profile));
    return done;
  }
  if (log.not_understood() != 0) {
    remark(arguments,
           fmt::format("note: no rule follows from {} of the {} lines",
                       log.not_understood(), log.lines()));
  }
  write_output(arguments, rules_text(log, profile));
  return done;
}

void check_arguments(const Arguments& arguments) {
  const bool from_log = !arguments.from_log.empty();
  const bool bane = !arguments.bane.empty();
  if (from_log && bane) {
    throw UsageError("`--bane` and `--from-log` exclude each other");
  }
  if (!from_log && !arguments.profile_name.empty()) {
    throw UsageError("`--profile` works with `--from-log` only");
  }
  if (bane && !arguments.files.empty()) {
    throw UsageError("`--bane` takes the place of a Dockerfile");
  }
  const bool needs_file = !bane && arguments.profile_name.empty();
  if (needs_file && arguments.files.size() != 1) {
    throw UsageError(
        arguments.files.empty()
            ? "no Dockerfile given; try `harden profile apparmor Dockerfile`"
            : "one Dockerfile at a time, for each has a profile of its own");
  }
  if (from_log && needs_file && arguments.from_log == "-" &&
      arguments.files.front() == "-") {
    throw UsageError("standard input is the Dockerfile or the log, not both");
  }
}

}  // namespace

int run_profile_apparmor(const Arguments& arguments) {
  check_arguments(arguments);
  if (!arguments.bane.empty()) return convert_bane(arguments);
  if (!arguments.from_log.empty()) return propose_rules(arguments);
  return write_apparmor(arguments, arguments.files.front());
}

}  // namespace harden::cli
