// The options of `harden profile VERB` and of `harden trace`.
#include "cli/options/command_options.h"

namespace harden::cli {
namespace {

void add_apparmor(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "DOCKERFILE", "The file; - is standard input");
  add_output(app, arguments);
  add_text(app, "--strength", raw.strength, "container|strict",
           "What it refuses (container)");
  add_flag(app, "--complain", arguments.complain,
           "Log what has no rule, and allow it");
  add_flag(app, "--no-abi", arguments.no_abi, "For AppArmor 2.x");
  add_text(app, "--bane", arguments.bane, "FILE",
           "From the settings of bane instead");
  add_text(app, "--from-log", arguments.from_log, "FILE",
           "Rules that denials ask for; - is standard input");
  add_text(app, "--profile", arguments.profile_name, "NAME",
           "Whose denials count, without a Dockerfile");
  add_policy(app, arguments, raw);
  add_reporting(app, arguments);
}

void add_seccomp(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "DOCKERFILE", "The file; - is standard input");
  add_output(app, arguments);
  add_flag(app, "--oci", arguments.oci,
           "The plain form, for containerd and Kubernetes");
  add_flag(app, "--compat32", arguments.compat32,
           "32-bit programs may run, too");
  add_text(app, "--margin", raw.margin, "none|family",
           "Also what a libc may call instead (none)");
  add_text(app, "--merge", arguments.merge, "FILE",
           "Also what this profile allows");
  add_list(app, "--from-strace", arguments.from_strace, "LOG",
           "Logs of strace or audit, instead of the runtime");
  add_policy(app, arguments, raw);
  add_reporting(app, arguments);
}

void add_diff(CLI::App& app, Arguments& arguments) {
  add_files(app, arguments, "FILE", "The two profiles");
  add_no_color(app, arguments);
}

void add_lint(CLI::App& app, Arguments& arguments) {
  add_files(app, arguments, "FILE", "The profiles; - is standard input");
  add_reporting(app, arguments);
}

void add_test(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "PROFILE", "The profile to try");
  add_text(app, "--on-deny", raw.on_deny, "kill|errno|log|strict",
           "What a refused call does, not as written");
  add_reporting(app, arguments);
}

}  // namespace

void add_profile_options(CLI::App& app, Arguments& arguments, RawValues& raw) {
  switch (arguments.verb) {
    case ProfileVerb::apparmor:
      return add_apparmor(app, arguments, raw);
    case ProfileVerb::seccomp:
      return add_seccomp(app, arguments, raw);
    case ProfileVerb::diff:
      return add_diff(app, arguments);
    case ProfileVerb::lint:
      return add_lint(app, arguments);
    case ProfileVerb::test:
      return add_test(app, arguments, raw);
    case ProfileVerb::none:
      return add_no_color(app, arguments);
  }
}

void add_trace_options(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "DOCKERFILE", "The file");
  add_output(app, arguments);
  add_text(app, "--exercise", arguments.exercise, "CMD|SCRIPT",
           "Asks the program for all that it can do");
  add_text(app, "--for", raw.watch, "TIME",
           "How long it is watched besides (30s)");
  add_text(app, "--starts", raw.starts, "N",
           "How often it is started under the profile (20)");
  add_text(app, "--margin", raw.margin, "none|family",
           "Also what a libc may call instead (none)");
  add_text(app, "--engine", raw.engine, "ENGINE", "docker (default) or podman");
  add_text(app, "--tracer", arguments.tracer, "IMAGE",
           "Where strace is taken from or installed");
  add_text(app, "--build-network", arguments.build_network, "NETWORK",
           "Network of build steps, as for docker build");
  add_policy(app, arguments, raw);
  add_reporting(app, arguments);
}

}  // namespace harden::cli
