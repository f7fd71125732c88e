#include "cli/options/command_options.h"

#include "cli/options/version.h"

namespace harden::cli {
namespace {

// What is written for the runtime beside the file.
void add_bundle(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_flag(app, "--no-bundle", arguments.no_bundle,
           "Write no FILE.d with settings for runtimes");
  add_text(app, "--bundle", arguments.bundle, "DIR",
           "Where they go, if not into FILE.d");
  add_text(app, "--emit", raw.emit, "LIST",
           "run,compose,kubernetes,daemon,policy,\nseccomp,apparmor,report");
  add_text(app, "--engine", raw.engine, "ENGINE",
           "docker (default) or podman, for run.sh");
  add_settings(app, arguments);
}

void add_harden(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "DOCKERFILE",
            "The file to harden; - is standard input");
  add_output(app, arguments);
  add_flag(app, "--diff", arguments.diff, "Print what changes, as diff -u");
  add_flag(app, "--in-place", arguments.in_place,
           "Rewrite the files themselves");
  add_rewrite(app, arguments, raw);
  add_flag(app, "--write-scripts", arguments.write_scripts,
           "Write scripts also with standard output");
  add_bundle(app, arguments, raw);
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_policy_command(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "DOCKERFILE", "The file; - is standard input");
  add_text(app, "--format", raw.format, "text|json", "How it is printed");
  add_policy(app, arguments, raw);
  add_no_color(app, arguments);
}

// A flag that takes a value only behind `=`: a file that follows is one to
// check, which must not be overwritten.
void add_baseline(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_text(app, "--baseline", arguments.baseline, "FILE",
           "Leave out the findings that it knows");
  app.add_flag("--write-baseline", raw.write_baseline,
               "Write all that is found into it; =FILE\n"
               "names it (harden-baseline.json)");
}

// What of `[check]` the command line may say.
void add_weights(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_text(app, "--unknown", raw.unknown, "fail|warn|ignore",
           "If the file does not tell the user (fail)");
  add_text(app, "--allow-step-down", raw.allow_step_down, "yes|no",
           "If starting as root and stepping down is fine");
  add_text(app, "--fail-level", raw.fail_level, "LEVEL",
           "error (default), warning, info or never");
  add_flag(app, "--only-root", arguments.only_root,
           "Report nothing but who the program runs as");
}

void add_config(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "FILE", "Files whose settings are printed");
  add_text(app, "--format", raw.format, "text|json", "How they are printed");
  add_text(app, "--config", arguments.config, "FILE",
           "Settings, if not the nearest harden.toml");
  add_weights(app, arguments, raw);
  add_rootfs(app, arguments, raw);
  add_settings(app, arguments);
  add_no_color(app, arguments);
}

void add_check_options(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_files(app, arguments, "FILE",
            "Files, folders or patterns; - is standard input");
  add_text(app, "--stdin-filename", arguments.stdin_filename, "NAME",
           "What standard input is called");
  add_text(app, "--changed-since", arguments.changed_since, "REV",
           "Only files that changed since a revision of git");
  add_text(app, "-j,--jobs", raw.jobs, "N", "Threads, if not one a core");
  add_text(app, "--run", arguments.run_line, "LINE",
           "A docker run or podman run line to check");
  add_weights(app, arguments, raw);
  add_text(app, "--format", raw.format, "FORMAT",
           "text (default), json, sarif, junit, gitlab,\ngithub or markdown");
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where the report goes; standard output if not given");
  add_flag(app, "--fix", arguments.fix,
           "Rewrite Dockerfiles: apply the fixes that are safe");
  add_flag(app, "--unsafe", arguments.unsafe,
           "With --fix: also what may change behaviour,\n"
           "and what `harden FILE` does about root");
  add_list(app, "--fix-only", raw.fix_only, "CODE",
           "Apply only fixes of this rule");
  add_flag(app, "--diff", arguments.diff,
           "With --fix: only print what would change");
  add_baseline(app, arguments, raw);
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_explain(CLI::App& app, Arguments& arguments) {
  app.add_option("CODE", arguments.code, "A code or name: HD101, root-user")
      ->type_name("");
  add_no_color(app, arguments);
}

void add_completion(CLI::App& app, Arguments& arguments) {
  app.add_option("SHELL", arguments.shell_name, "bash, zsh or fish")
      ->type_name("");
  add_no_color(app, arguments);
}

void add_rules(CLI::App& app, Arguments& arguments) {
  add_no_color(app, arguments);
  // For docs/rules; no use to users.
  app.add_option("--markdown", arguments.markdown)->group("");
}

}  // namespace

void add_options(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.set_help_flag("-h,--help", "This page");
  switch (arguments.command) {
    case Command::harden:
      app.set_version_flag("--version", version_line())
          ->description("The version");
      return add_harden(app, arguments, raw);
    case Command::check:
      return add_check_options(app, arguments, raw);
    case Command::completion:
      return add_completion(app, arguments);
    case Command::config:
      return add_config(app, arguments, raw);
    case Command::explain:
      return add_explain(app, arguments);
    case Command::manual:
      return add_no_color(app, arguments);
    case Command::policy:
      return add_policy_command(app, arguments, raw);
    case Command::profile:
      return add_profile_options(app, arguments, raw);
    case Command::rules:
      return add_rules(app, arguments);
    case Command::trace:
      return add_trace_options(app, arguments, raw);
  }
}

}  // namespace harden::cli
