#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/help.h"
#include "cli/option_values.h"
#include "source/closest.h"

namespace harden::cli {
namespace {

constexpr std::string_view version = "harden " HARDEN_VERSION "\n";

// Values that are checked by hand, so that each gets its own message.
struct RawValues {
  std::string uid;
  std::string gid;
  std::string user_style = "numeric";
  std::string unknown = "fail";
  std::string step_down = "auto";
  std::string step_down_tool;
  std::string allow_step_down = "yes";
  std::string rootfs;
  std::string emit;
  std::string engine = "docker";
  std::string format = "text";
  std::string watch = "30s";
  std::string starts = "20";
  std::string margin = "none";
  std::string on_deny;
  std::string strength;
  bool no_comments = false;
};

class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::string_view usage) : usage_(usage) {
    column_width(27);
  }
  std::string make_usage(const CLI::App*, std::string) const override {
    return fmt::format("\nUsage: {}\n", usage_);
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const auto type = option->get_type_name();
    return option->get_type_size() == 0 || type.empty() ? "" : " " + type;
  }

 private:
  std::string_view usage_;
};

void add_text(CLI::App& app, const char* names, std::string& value,
              const char* type, const char* description) {
  app.add_option(names, value, description)->type_name(type);
}

// May be given several times, one value each: `--build-arg A=1 Dockerfile`.
void add_list(CLI::App& app, const char* names,
              std::vector<std::string>& values, const char* type,
              const char* description) {
  app.add_option(names, values, description)
      ->type_name(type)
      ->allow_extra_args(false);
}

void add_flag(CLI::App& app, const char* names, bool& value,
              const char* description) {
  app.add_flag(names, value, description)->disable_flag_override();
}

void add_evaluation(CLI::App& app, Arguments& arguments) {
  add_text(app, "--target", arguments.target, "STAGE",
           "The stage that becomes the image");
  add_list(app, "--build-arg", arguments.build_args, "NAME=VALUE",
           "Value of an ARG, as for docker build");
  add_text(app, "--context", arguments.context, "DIR",
           "Build context, if not the Dockerfile's folder");
  add_list(app, "--base-inspect", arguments.base_inspect, "FILE",
           "What docker image inspect says of a base");
  add_text(app, "--config", arguments.config, "FILE",
           "Settings, if not the nearest harden.toml");
}

void add_reporting(CLI::App& app, Arguments& arguments) {
  add_flag(app, "-q,--quiet", arguments.quiet, "Say nothing but errors");
  add_flag(app, "--no-color", arguments.no_color, "No colours");
}

// What becomes of the file; for all who look at the result.
void add_rewrite(CLI::App& app, Arguments& arguments, RawValues& raw) {
  add_text(app, "--user", arguments.user, "NAME",
           "Account to use, or to create");
  add_text(app, "--uid", raw.uid, "N", "Its uid (10001 for a new one)");
  add_text(app, "--gid", raw.gid, "N", "Its gid (the same as the uid)");
  add_text(app, "--user-style", raw.user_style, "STYLE",
           "USER as numeric (default) or by name");
  add_flag(app, "--no-comments", raw.no_comments,
           "Insert no comments into the file");
  add_text(app, "--step-down", raw.step_down, "auto|always|never",
           "If a start script gives up root itself (auto)");
  add_text(app, "--step-down-tool", raw.step_down_tool, "TOOL",
           "gosu, su-exec or setpriv; chosen by the base");
  add_text(app, "--rootfs", raw.rootfs, "auto|scratch|keep",
           "Final image from scratch where that is safe (auto)");
  add_text(app, "--artifact", arguments.artifact, "PATH",
           "The program in the image, if it is not found");
  add_list(app, "--keep", arguments.keep, "PATH",
           "What a scratch image takes along besides");
  add_flag(app, "--keep-shell", arguments.keep_shell,
           "Take a shell along, and what scripts start");
  add_flag(app, "--drop-healthcheck", arguments.drop_healthcheck,
           "Drop one that a scratch image cannot run");
}

void add_policy_options(CLI::App& app, Arguments& arguments) {
  add_list(app, "--set", arguments.set, "KEY=VALUE",
           "A setting of [policy]: limits.memory=1g");
}

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
  add_policy_options(app, arguments);
}

void add_harden(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("DOCKERFILE", arguments.files,
                 "The file to harden; - is standard input")
      ->type_name("");
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where to write; standard output if not given");
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

void add_policy(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("DOCKERFILE", arguments.files, "The file; - is standard input")
      ->type_name("");
  add_text(app, "--format", raw.format, "text|json", "How it is printed");
  add_policy_options(app, arguments);
  add_rewrite(app, arguments, raw);
  add_evaluation(app, arguments);
  add_flag(app, "--no-color", arguments.no_color, "No colours");
}

void add_check(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("FILE", arguments.files,
                 "The files to check; - is standard input")
      ->type_name("");
  add_text(app, "--run", arguments.run_line, "LINE",
           "A docker run or podman run line to check");
  add_text(app, "--unknown", raw.unknown, "fail|warn|ignore",
           "If the file does not tell the user (fail)");
  add_text(app, "--allow-step-down", raw.allow_step_down, "yes|no",
           "If starting as root and stepping down is fine");
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_explain(CLI::App& app, Arguments& arguments) {
  app.add_option("CODE", arguments.code, "A code or name: HD101, root-user")
      ->type_name("");
  add_flag(app, "--no-color", arguments.no_color, "No colours");
}

void add_rules(CLI::App& app, Arguments& arguments) {
  add_flag(app, "--no-color", arguments.no_color, "No colours");
  // For docs/rules; no use to users.
  app.add_option("--markdown", arguments.markdown)->group("");
}

// The verbs of `harden profile`.
void add_profile_apparmor(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("DOCKERFILE", arguments.files, "The file; - is standard input")
      ->type_name("");
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where to write; standard output if not given");
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
  add_policy_options(app, arguments);
  add_rewrite(app, arguments, raw);
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_profile_seccomp(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("DOCKERFILE", arguments.files, "The file; - is standard input")
      ->type_name("");
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where to write; standard output if not given");
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
  add_policy_options(app, arguments);
  add_rewrite(app, arguments, raw);
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_trace(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("DOCKERFILE", arguments.files, "The file")->type_name("");
  add_text(app, "-o,--output", arguments.output, "FILE",
           "Where to write; standard output if not given");
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
  add_policy_options(app, arguments);
  add_rewrite(app, arguments, raw);
  add_evaluation(app, arguments);
  add_reporting(app, arguments);
}

void add_profile_diff(CLI::App& app, Arguments& arguments) {
  app.add_option("FILE", arguments.files, "The two profiles")->type_name("");
  add_flag(app, "--no-color", arguments.no_color, "No colours");
}

void add_profile_lint(CLI::App& app, Arguments& arguments) {
  app.add_option("FILE", arguments.files, "The profiles; - is standard input")
      ->type_name("");
  add_reporting(app, arguments);
}

void add_profile_test(CLI::App& app, Arguments& arguments, RawValues& raw) {
  app.add_option("PROFILE", arguments.files, "The profile to try")
      ->type_name("");
  add_text(app, "--on-deny", raw.on_deny, "kill|errno|log|strict",
           "What a refused call does, not as written");
  add_reporting(app, arguments);
}

struct CommandName {
  std::string_view word;
  Command command;
  const CommandHelp& help;
};
constexpr CommandName command_names[] = {
    {"check", Command::check, check_help},
    {"explain", Command::explain, explain_help},
    {"policy", Command::policy, policy_help},
    {"profile", Command::profile, profile_help},
    {"rules", Command::rules, rules_help},
    {"trace", Command::trace, trace_help},
};

struct VerbName {
  std::string_view word;
  ProfileVerb verb;
  const CommandHelp& help;
};
constexpr VerbName verb_names[] = {
    {"apparmor", ProfileVerb::apparmor, profile_apparmor_help},
    {"seccomp", ProfileVerb::seccomp, profile_seccomp_help},
    {"diff", ProfileVerb::diff, profile_diff_help},
    {"lint", ProfileVerb::lint, profile_lint_help},
    {"test", ProfileVerb::test, profile_test_help},
};

void add_profile(CLI::App& app, Arguments& arguments, RawValues& raw) {
  switch (arguments.verb) {
    case ProfileVerb::apparmor:
      return add_profile_apparmor(app, arguments, raw);
    case ProfileVerb::seccomp:
      return add_profile_seccomp(app, arguments, raw);
    case ProfileVerb::diff:
      return add_profile_diff(app, arguments);
    case ProfileVerb::lint:
      return add_profile_lint(app, arguments);
    case ProfileVerb::test:
      return add_profile_test(app, arguments, raw);
    case ProfileVerb::none:
      return add_flag(app, "--no-color", arguments.no_color, "No colours");
  }
}

// "seccomp, diff, lint or test"
std::string verb_list() {
  std::string list;
  for (const auto& it : verb_names) {
    if (!list.empty()) list += &it == std::end(verb_names) - 1 ? " or " : ", ";
    list += it.word;
  }
  return list;
}

// Null when only help is asked for.
const VerbName* find_verb(std::string_view word) {
  if (word.starts_with('-')) return nullptr;
  std::vector<std::string_view> words;
  for (const auto& it : verb_names) {
    if (it.word == word) return &it;
    words.push_back(it.word);
  }
  if (word.empty()) {
    throw UsageError("no verb given; `harden profile` takes " + verb_list());
  }
  const auto near = closest(word, words);
  throw UsageError(fmt::format(
      "`harden profile` takes {}, not `{}`{}", verb_list(), word,
      near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
}

[[noreturn]] void refuse_unknown_option(const CLI::App& app,
                                        const std::string& option) {
  std::vector<std::string> names;
  for (const auto* known : app.get_options()) {
    if (!known->get_group().empty()) names.push_back(known->get_name());
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto word = option.substr(0, option.find('='));
  const auto near = closest(word, candidates);
  throw UsageError(
      fmt::format("unknown option `{}`; {}", word,
                  near.empty() ? fmt::format("see `{} --help`", app.get_name())
                               : fmt::format("did you mean `{}`?", near)));
}

void refuse_extras(const CLI::App& app) {
  for (const auto& extra : app.remaining()) {
    if (extra == "--") continue;
    if (extra.starts_with('-')) refuse_unknown_option(app, extra);
    throw UsageError(
        fmt::format("`{}` is one argument too many; see `{} "
                    "--help`",
                    extra, app.get_name()));
  }
}

// CLI11's messages in our words; `begin` is what stands before the option's
// name and `end` what stands behind it.
std::string option_between(std::string_view said, std::string_view begin,
                           std::string_view end) {
  const auto stop = said.find(end);
  if (!said.starts_with(begin) || stop == said.npos) return {};
  std::string name(said.substr(begin.size(), stop - begin.size()));
  return name.starts_with('-') ? name : "--" + name;
}

std::string reword(const CLI::ParseError& error) {
  const std::string said = error.what();
  struct Phrase {
    std::string_view begin, end, ours;
  };
  static constexpr Phrase phrases[] = {
      {"", ": 1 required", "needs a value"},
      {"", ": At Most 1", "is given more than once"},
      {"Expected exactly 1 arguments to ", ", got", "is given more than once"},
      {"", " was given a disallowed", "takes no value"},
  };
  for (const auto& it : phrases) {
    const auto name = option_between(said, it.begin, it.end);
    if (!name.empty()) return fmt::format("`{}` {}", name, it.ours);
  }
  return said.substr(0, said.find('\n'));
}

void take_values(Arguments& arguments, const RawValues& raw) {
  arguments.uid = user_id(raw.uid);
  arguments.gid = group_id(raw.gid);
  arguments.user_style = user_style(raw.user_style);
  arguments.unknown = unknown_user(raw.unknown);
  arguments.step_down = step_down_mode(raw.step_down);
  arguments.step_down_tool = step_down_tool(raw.step_down_tool);
  if (!raw.rootfs.empty()) arguments.rootfs = rootfs_mode(raw.rootfs);
  arguments.parts = bundle_parts(raw.emit);
  arguments.engine = engine(raw.engine);
  arguments.json = is_json(raw.format);
  arguments.watch = duration(raw.watch);
  arguments.starts = start_count(raw.starts);
  arguments.margin = seccomp_margin(raw.margin);
  arguments.on_deny = on_deny(raw.on_deny);
  if (!raw.strength.empty()) {
    arguments.strength = apparmor_strength(raw.strength);
  }
  check_artifact(arguments.artifact);
  for (const auto& it : arguments.keep) check_keep(it);
  arguments.allow_step_down = allow_step_down(raw.allow_step_down);
  arguments.comments = !raw.no_comments;
  check_user_name(arguments.user);
  for (const auto& it : arguments.build_args) check_build_arg(it);
}

void add_options(CLI::App& app, Arguments& arguments, RawValues& raw) {
  switch (arguments.command) {
    case Command::harden:
      return add_harden(app, arguments, raw);
    case Command::check:
      return add_check(app, arguments, raw);
    case Command::explain:
      return add_explain(app, arguments);
    case Command::policy:
      return add_policy(app, arguments, raw);
    case Command::profile:
      return add_profile(app, arguments, raw);
    case Command::rules:
      return add_rules(app, arguments);
    case Command::trace:
      return add_trace(app, arguments, raw);
  }
}

// Where the command's name would stand: options that every command has may
// come before it.
std::size_t command_place(const std::vector<const char*>& words) {
  std::size_t at = 1;
  while (at < words.size()) {
    const std::string_view word = words[at];
    if (word != "--no-color" && word != "--quiet" && word != "-q") break;
    ++at;
  }
  return at;
}

using Words = std::vector<const char*>;

// Takes the word at `at` out.
void drop(Words& words, std::size_t at) {
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
}

// `harden profile VERB`
const CommandHelp& take_verb(Words& words, Arguments& arguments) {
  const std::size_t at = command_place(words);
  const VerbName* verb = find_verb(at < words.size() ? words[at] : "");
  if (verb == nullptr) return profile_help;
  drop(words, at);
  arguments.verb = verb->verb;
  return verb->help;
}

// `harden profile test PROFILE -- PROGRAM WORD…`: its options are its own.
void take_program(Words& words, Arguments& arguments) {
  const auto is_end = [](std::string_view word) { return word == "--"; };
  const auto end = std::find_if(words.begin(), words.end(), is_end);
  if (end == words.end()) return;
  arguments.program.assign(end + 1, words.end());
  words.erase(end, words.end());
}

}  // namespace

std::variant<Arguments, std::string> parse_command_line(
    int argc, const char* const* argv) {
  Arguments arguments;
  const CommandHelp* help = &harden_help;
  Words words(argv, argv + argc);
  const std::size_t at = command_place(words);
  const std::string_view first = at < words.size() ? words[at] : "";
  if (first == "--version") return std::string(version);
  // Only the options of the command at hand are set up.
  for (const auto& it : command_names) {
    if (it.word != first) continue;
    arguments.command = it.command;
    help = &it.help;
    drop(words, at);
    break;
  }
  if (arguments.command == Command::profile) {
    help = &take_verb(words, arguments);
    if (arguments.verb == ProfileVerb::test) take_program(words, arguments);
  }
  RawValues raw;
  CLI::App app{std::string(help->description), std::string(help->name)};
  app.formatter(std::make_shared<HelpFormatter>(help->usage));
  app.footer(std::string(help->examples));
  app.set_help_flag("-h,--help", "This page");
  if (arguments.command == Command::harden) {
    app.set_version_flag("--version", std::string(version))
        ->description("The version");
  }
  app.allow_extras();
  add_options(app, arguments, raw);
  try {
    app.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::CallForHelp&) {
    return app.help();
  } catch (const CLI::CallForVersion& called) {
    return std::string(called.what());
  } catch (const CLI::ParseError& error) {
    throw UsageError(reword(error));
  }
  refuse_extras(app);
  take_values(arguments, raw);
  return arguments;
}

}  // namespace harden::cli
