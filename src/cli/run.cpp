#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <variant>

#include "base/process/child_end.h"
#include "cli/commands/commands.h"
#include "cli/options/command_line.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"

namespace harden::cli {
namespace {

int run_command(const Arguments& arguments) {
  switch (arguments.command) {
    case Command::harden:
      return run_harden(arguments);
    case Command::check:
      return run_check(arguments);
    case Command::completion:
      return run_completion(arguments);
    case Command::config:
      return run_config(arguments);
    case Command::explain:
      return run_explain(arguments);
    case Command::manual:
      return run_manual(arguments);
    case Command::policy:
      return run_policy(arguments);
    case Command::profile:
      return run_profile(arguments);
    case Command::rules:
      return run_rules(arguments);
    case Command::trace:
      return run_trace(arguments);
  }
  return failed;
}

}  // namespace

int run(int argc, const char* const* argv) {
  const bool no_color =
      std::any_of(argv, argv + argc,
                  [](std::string_view word) { return word == "--no-color"; });
  keep_child_status();
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* text = std::get_if<std::string>(&parsed)) {
      print(*text);
      return done;
    }
    return run_command(std::get<Arguments>(parsed));
  } catch (const std::exception& error) {
    report_failure(failure_text(error), no_color);
    return failed;
  }
}

}  // namespace harden::cli
