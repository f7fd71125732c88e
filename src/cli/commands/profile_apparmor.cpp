// harden profile apparmor: from a Dockerfile, from bane's settings, or rules
// from a log.
#include <fmt/format.h>
#include <unistd.h>

#include "base/files/read_input.h"
#include "base/quote/comment.h"
#include "base/quote/visible_text.h"
#include "base/text/counted.h"
#include "cli/check/check_choices.h"
#include "cli/commands/hardened_file.h"
#include "cli/commands/profile_arguments.h"
#include "cli/config/settings.h"
#include "cli/output/console.h"
#include "cli/output/write_log.h"
#include "findings/report/text_report.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {
namespace {

constexpr const char* log_kind =
    "the kernel's messages (`journalctl -k`, `dmesg`) or auditd's log";

void remark(const ProfileApparmorArguments& arguments,
            const std::string& text) {
  if (!arguments.quiet) print_error(text + "\n");
}

// harden.toml may ask for a strength; the option counts more.
int write_apparmor(const ProfileApparmorArguments& arguments,
                   const std::string& file) {
  const Policy policy = HardenedFile(arguments, file).policy();
  AppArmorRequest request;
  request.strength = arguments.strength.value_or(policy.apparmor_strength);
  request.complain = arguments.complain;
  request.abi = !arguments.no_abi;
  write_result(arguments, apparmor_profile(policy, request));
  if (policy.unsafe_because.empty()) return done;
  remark(arguments, "note: the service is not shown to run unprivileged: " +
                        visible(policy.unsafe_because));
  return not_shown;
}

int convert_bane(const ProfileApparmorArguments& arguments) {
  const std::string& file = arguments.bane;
  const SourceFile source(file == "-" ? "<stdin>" : file,
                          read_bytes(file, "a configuration file of bane"));
  const BaneProfile profile = read_bane(source);
  const bool colour = wants_colour(STDERR_FILENO, arguments.no_color);
  if (!arguments.quiet) {
    print_error(text_report(source, profile.notes, {colour, false}));
  }
  write_result(arguments, profile.text);
  return has_errors(profile.notes) ? not_shown : done;
}

std::string rule_line(const ProposedRule& rule) {
  const std::string_view kind = rule.generalised ? ", generalised" : "";
  const std::string note =
      fmt::format("  # {}{}\n", counted(rule.lines, "line"), kind);
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

int propose_rules(const ProfileApparmorArguments& arguments) {
  const std::string profile =
      arguments.profile_name.empty()
          ? apparmor_profile_name(
                HardenedFile(arguments, arguments.files.front()).policy())
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
  write_result(arguments, rules_text(log, profile));
  return done;
}

}  // namespace

const CommandHelp ProfileApparmorArguments::help = {
    "harden profile apparmor", "harden profile apparmor DOCKERFILE [OPTIONS]",
    "Writes an AppArmor profile: which files, programs, sockets and\n"
    "capabilities a container of the image may use, from its policy.",
    R"(Examples:
  harden profile apparmor Dockerfile -o apparmor.profile
  harden profile apparmor Dockerfile --strength strict --complain
  journalctl -k | harden profile apparmor Dockerfile --from-log -
  harden profile apparmor --profile docker-web --from-log /var/log/audit/audit.log
  harden profile apparmor --bane web.toml -o /etc/apparmor.d/containers/docker-web

--strength container  the engine's default rules, without capabilities, raw
                      sockets and writing that the policy does not name
--strength strict     nothing but what the policy names: also which programs
                      run, and what is read

`[policy] apparmor = "container"` or "strict" in harden.toml makes run.sh,
compose.yaml and kubernetes.yaml use the profile, which must then be loaded on
each host. The profile's head says how that is done.

Exit status:
  0  written, and the service is shown to run unprivileged
  1  written, but it runs as root, or nobody can tell; or settings of bane
     were wrong and left out
  2  nothing written: bad input or wrong usage)"};

void ProfileApparmorArguments::declare(OptionSet& options) {
  static constexpr auto strengths =
      enum_words<AppArmorStrength::container, AppArmorStrength::strict>(
          "container", "strict");
  options.positionals("DOCKERFILE", files, "The file; - is standard input");
  declare_output(options);
  options.choice("--strength", strength, strengths, "container|strict",
                 "What it refuses (container)");
  options.flag("--complain", complain, "Log what has no rule, and allow it");
  options.flag("--no-abi", no_abi, "For AppArmor 2.x");
  options.text("--bane", bane, "FILE", "From the settings of bane instead");
  options.text("--from-log", from_log, "FILE",
               "Rules that denials ask for; - is standard input");
  options.text("--profile", profile_name, "NAME",
               "Whose denials count, without a Dockerfile");
  declare_hardening(options);
  declare_terminal(options);
  options.check([this] { require_sense(); });
}

void ProfileApparmorArguments::require_sense() const {
  const bool reads_log = !from_log.empty();
  if (reads_log && !bane.empty()) {
    throw UsageError("`--bane` and `--from-log` exclude each other");
  }
  if (!reads_log && !profile_name.empty()) {
    throw UsageError("`--profile` works with `--from-log` only");
  }
  if (!bane.empty() && !files.empty()) {
    throw UsageError("`--bane` takes the place of a Dockerfile");
  }
  const bool needs_file = bane.empty() && profile_name.empty();
  if (needs_file) require_one_file(files, "profile apparmor");
  if (reads_log && needs_file && from_log == "-" && files.front() == "-") {
    throw UsageError("standard input is the Dockerfile or the log, not both");
  }
}

int run(const ProfileApparmorArguments& arguments) {
  if (!arguments.bane.empty()) return convert_bane(arguments);
  if (!arguments.from_log.empty()) return propose_rules(arguments);
  return write_apparmor(arguments, arguments.files.front());
}

}  // namespace harden::cli
