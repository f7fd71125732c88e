#include "cli/options/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/closest.h"
#include "cli/options/command_options.h"
#include "cli/options/command_words.h"
#include "cli/options/option_values.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

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
  arguments.fail_level = fail_level(raw.fail_level);
  if (arguments.command == Command::check) {
    arguments.report_format = report_format(raw.format);
    arguments.write_baseline = write_baseline(raw.write_baseline);
    arguments.fix_only = rule_codes(raw.fix_only);
    arguments.fix = arguments.fix || !arguments.fix_only.empty();
    check_fix(arguments);
  } else {
    arguments.json = is_json(raw.format);
  }
  if (arguments.command == Command::completion) {
    arguments.shell = completion_shell(arguments.shell_name);
  }
  arguments.watch = duration(raw.watch);
  arguments.jobs = job_count(raw.jobs);
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

// Whether the command has such an option and the command line names it.
bool is_given(const CLI::App& app, const char* name) {
  const CLI::Option* option = app.get_option_no_throw(name);
  return option != nullptr && option->count() > 0;
}

GivenOptions given_options(const CLI::App& app) {
  return {is_given(app, "--unknown"), is_given(app, "--allow-step-down"),
          is_given(app, "--fail-level"), is_given(app, "--only-root")};
}

}  // namespace

std::variant<Arguments, std::string> parse_command_line(
    int argc, const char* const* argv) {
  Arguments arguments;
  Words words(argv, argv + argc);
  if (asks_for_version(words)) return version_line();
  // Only the options of the command at hand are set up.
  const CommandHelp& help = take_command(words, arguments);
  RawValues raw;
  CLI::App app{std::string(help.description), std::string(help.name)};
  app.formatter(std::make_shared<HelpFormatter>(help.usage));
  app.footer(std::string(help.examples));
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
  arguments.given = given_options(app);
  return arguments;
}

}  // namespace harden::cli
