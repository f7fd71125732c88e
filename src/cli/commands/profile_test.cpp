// harden profile test: a profile is tried on a program, without any engine.
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstring>
#include <optional>

#include "base/quote/visible_text.h"
#include "base/source/bad_input.h"
#include "cli/commands/commands.h"
#include "cli/commands/profile_file.h"
#include "cli/commands/profile_verbs.h"
#include "cli/output/console.h"
#include "observe/confine/compile_profile.h"
#include "observe/confine/run_confined.h"

namespace harden::cli {
namespace {

void check_test_usage(const Arguments& arguments) {
  if (arguments.program.empty()) {
    throw UsageError(
        "no program given; try `harden profile test seccomp.json -- ls`");
  }
  const bool strict = arguments.on_deny == OnDeny::strict;
  if (arguments.files.size() == (strict ? 0 : 1)) return;
  throw UsageError(strict ? "`--on-deny strict` takes no profile"
                          : "`harden profile test` takes one profile, and the "
                            "program behind `--`");
}

confine::Denial denial(OnDeny on_deny) {
  switch (on_deny) {
    case OnDeny::kill:
      return confine::Denial::kill;
    case OnDeny::error:
      return confine::Denial::error;
    case OnDeny::log:
      return confine::Denial::log;
    case OnDeny::as_written:
    case OnDeny::strict:
      break;
  }
  return confine::Denial::as_written;
}

std::string status_text(std::optional<int> status) {
  if (!status) {
    return "ended, nobody knows how: something else has waited for it";
  }
  if (WIFSIGNALED(*status)) {
    return fmt::format("was ended by signal {} ({})", WTERMSIG(*status),
                       strsignal(WTERMSIG(*status)));
  }
  return fmt::format("ended with status {}", WEXITSTATUS(*status));
}

void tell_outcome(const Arguments& arguments, const confine::Outcome& outcome) {
  std::string text;
  for (const auto& [call, times] : outcome.refused) {
    text += fmt::format("refused: {} ({} time{}, {})\n", call.name, times,
                        times == 1 ? "" : "s", call.answer);
  }
  if (!arguments.quiet) {
    text += fmt::format("{} {}{}\n", arguments.program.front(),
                        status_text(outcome.status),
                        outcome.refused.empty() ? "; nothing was refused" : "");
  }
  print_error(visible_lines(text));
}

}  // namespace

int run_profile_test(const Arguments& arguments) {
  check_test_usage(arguments);
  const SeccompProfile profile = arguments.on_deny == OnDeny::strict
                                     ? confine::strict_profile()
                                     : read_profile(arguments.files.front());
  const confine::Outcome outcome = confine::run_confined(
      profile, denial(arguments.on_deny), arguments.program);
  tell_outcome(arguments, outcome);
  return outcome.refused.empty() ? done : not_shown;
}

}  // namespace harden::cli
