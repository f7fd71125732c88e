// harden profile seccomp, diff and lint.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/files/read_input.h"
#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "cli/check/check_choices.h"
#include "cli/commands/evidence_files.h"
#include "cli/commands/hardened_file.h"
#include "cli/commands/profile_arguments.h"
#include "cli/config/settings.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"
#include "cli/output/write_log.h"
#include "findings/report/text_report.h"
#include "runtime/policy/derive_policy.h"
#include "runtime/seccomp/read_profile.h"

namespace harden::cli {
namespace {

// A profile that lets everything through would undo the other one.
SeccompProfile merged(const SeccompProfile& profile, const std::string& file) {
  SeccompProfile other = read_profile(file);
  if (other.default_action == SeccompAction::allow ||
      other.default_action == SeccompAction::log) {
    throw BadInput(file, fmt::format("lets through what it does not name ({}), "
                                     "so nothing would be left to merge with",
                                     to_string(other.default_action)));
  }
  return merge_seccomp_profiles(profile, other);
}

std::vector<std::string> capability_names(const Policy& policy) {
  std::vector<std::string> names;
  for (const CapabilityNeed& it : policy.capabilities) {
    names.push_back(it.name);
  }
  return names;
}

// What was seen, and what of it the profile does not allow.
std::string told_evidence(const Policy& policy, const SeccompRequest& request,
                          const SyscallEvidence& seen) {
  std::string text =
      fmt::format("{} lines name {} system calls; {} lines were passed over\n",
                  seen.lines - seen.unread, seen.names.size(), seen.unread);
  for (const std::string& it : evidence_notes(seen)) text += it + "\n";
  const auto note = left_out_note(seccomp_left_out(policy, request));
  if (!note.empty()) text += note + "\n";
  return text;
}

void tell_profile(const ProfileSeccompArguments& arguments,
                  const Policy& policy, const SeccompProfile& profile,
                  const std::string& evidence) {
  if (arguments.quiet) return;
  const std::string& runtime = policy.syscall_class.value;
  std::string text =
      evidence +
      fmt::format(
          "{} system calls are allowed; the engine's default allows {}\n",
          count_allowed(profile), count_allowed(default_seccomp_profile()));
  if (!evidence.empty()) {
    // Nothing was taken from the runtime but how it starts.
  } else if (runtime.empty()) {
    text +=
        "the runtime is not known, so all that the default allows to everybody "
        "is allowed; a trace narrows it\n";
  } else {
    text += fmt::format("the runtime is {}\n", runtime);
  }
  if (!policy.unsafe_because.empty()) {
    text += fmt::format("the service is not shown to run unprivileged: {}\n",
                        policy.unsafe_because);
  }
  if (!arguments.writes_to_stdout()) {
    text += fmt::format("wrote {}\n", arguments.output);
  }
  print_error(visible_lines(text));
}

int write_seccomp(const ProfileSeccompArguments& arguments,
                  const Policy& policy) {
  SeccompRequest request;
  request.margin = arguments.margin;
  request.compat32 = arguments.compat32;
  std::string evidence;
  if (!arguments.from_strace.empty()) {
    const SyscallEvidence seen = read_evidence(arguments.from_strace);
    request.seen = seen.names;
    evidence = told_evidence(policy, request, seen);
  }
  SeccompProfile profile = seccomp_profile_for(policy, request);
  if (!arguments.merge.empty()) profile = merged(profile, arguments.merge);
  const std::string text =
      arguments.oci ? seccomp_oci_json(profile, "", capability_names(policy))
                    : seccomp_engine_json(profile);
  write_result(arguments, text);
  tell_profile(arguments, policy, profile, evidence);
  return policy.unsafe_because.empty() ? done : not_shown;
}

int lint_file(const ProfileLintArguments& arguments, const std::string& file) {
  const SourceFile source = read_profile_source(file);
  std::vector<Diagnostic> found = lint_seccomp_profile(source);
  const bool wrong = has_errors(found);
  if (arguments.quiet) drop_all_but_errors(found);
  const bool colour = wants_colour(STDOUT_FILENO, arguments.no_color);
  std::string text = text_report(source, found, {colour, false});
  if (!arguments.quiet) {
    text += fmt::format(
        "{}: {} system calls are allowed\n", visible(source.name()),
        count_allowed(seccomp::read_profile_with_places(source).profile));
  }
  print(text);
  return wrong ? not_shown : done;
}

}  // namespace

const CommandHelp ProfileSeccompArguments::help = {
    "harden profile seccomp", "harden profile seccomp DOCKERFILE [OPTIONS]",
    "Writes a seccomp profile: the system calls that a container of the "
    "image\n"
    "needs, from its runtime and its policy. All others fail with EPERM.",
    R"(Examples:
  harden profile seccomp Dockerfile -o seccomp.json
  docker run --security-opt seccomp=seccomp.json ...
  harden profile seccomp Dockerfile --oci -o seccomp.oci.json
  harden profile seccomp Dockerfile --merge own.json --margin family
  strace -f -o api.log ./api
  harden profile seccomp --from-strace api.log Dockerfile -o seccomp.json

--from-strace takes full logs (strace -f), summaries (strace -c -f) and audit
records of SCMP_ACT_LOG, one LOG each time it is given. What a container needs
to start is added. Without a DOCKERFILE nothing is known about its rights.

The engines' form (the default) works with Docker and Podman. Kubernetes and
containerd take the plain form of --oci; the other one they would read without
its conditions, and so weaken it silently. --oci is for the architecture that
harden runs on.

Exit status:
  0  written, and the service is shown to run unprivileged
  1  written, but it runs as root, or nobody can tell
  2  nothing written: bad input or wrong usage)"};

void ProfileSeccompArguments::declare(OptionSet& options) {
  options.positionals("DOCKERFILE", files, "The file; - is standard input");
  declare_output(options);
  options.flag("--oci", oci, "The plain form, for containerd and Kubernetes");
  options.flag("--compat32", compat32, "32-bit programs may run, too");
  options.choice("--margin", margin, seccomp_margins, "none|family",
                 "Also what a libc may call instead (none)");
  options.text("--merge", merge, "FILE", "Also what this profile allows");
  options.list("--from-strace", from_strace, "LOG",
               "Logs of strace or audit, instead of the runtime");
  declare_hardening(options);
  declare_terminal(options);
}

int run(const ProfileSeccompArguments& arguments) {
  // Of a log alone; without rights, whose calls the default refuses anyway.
  if (arguments.files.empty() && !arguments.from_strace.empty()) {
    return write_seccomp(arguments, Policy());
  }
  require_one_file(arguments.files, "profile seccomp");
  return write_seccomp(
      arguments, HardenedFile(arguments, arguments.files.front()).policy());
}

const CommandHelp ProfileDiffArguments::help = {
    "harden profile diff", "harden profile diff A B",
    "Says which system calls the second profile allows and the first does\n"
    "not, and the other way round. Both forms are read.",
    R"(Examples:
  harden profile diff old.json seccomp.json
  harden profile diff default seccomp.json     (default: the engine's own)

Exit status:
  0  both allow the same
  1  they differ
  2  not readable, no profile, or wrong usage)"};

void ProfileDiffArguments::declare(OptionSet& options) {
  options.positionals("FILE", files, "The two profiles");
  declare_colour(options);
}

int run(const ProfileDiffArguments& arguments) {
  if (arguments.files.size() != 2) {
    throw UsageError(
        "`harden profile diff` takes two profiles; `default` is the engine's "
        "own");
  }
  const SeccompProfile from = read_profile(arguments.files[0]);
  const SeccompProfile to = read_profile(arguments.files[1]);
  const std::string text = diff_seccomp_profiles(from, to);
  print(visible_lines(text));
  return text.empty() ? done : not_shown;
}

const CommandHelp ProfileLintArguments::help = {
    "harden profile lint", "harden profile lint FILE...",
    "Says what is wrong with seccomp profiles: names that do not exist, rules\n"
    "that never match, calls without which no container starts, dangerous "
    "ones.",
    R"(Examples:
  harden profile lint seccomp.json
  harden explain HD305

Exit status:
  0  no errors
  1  errors
  2  not readable, no profile, or wrong usage)"};

void ProfileLintArguments::declare(OptionSet& options) {
  options.positionals("FILE", files, "The profiles; - is standard input");
  declare_terminal(options);
}

int run(const ProfileLintArguments& arguments) {
  if (arguments.files.empty()) {
    throw UsageError(
        "no profile given; try `harden profile lint seccomp.json`");
  }
  return each_file(
      arguments.files, arguments.no_color,
      [&](const std::string& file) { return lint_file(arguments, file); });
}

}  // namespace harden::cli
