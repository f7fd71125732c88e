// harden profile test: a profile is tried on a program, without any engine.
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstring>
#include <optional>

#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "cli/commands/profile_arguments.h"
#include "cli/commands/profile_file.h"
#include "cli/output/console.h"
#include "observe/confine/compile_profile.h"
#include "observe/confine/run_confined.h"

namespace harden::cli {
namespace {

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

void tell_outcome(const ProfileTestArguments& arguments,
                  const confine::Outcome& outcome) {
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

const CommandHelp ProfileTestArguments::help = {
    "harden profile test", "harden profile test PROFILE [OPTIONS] -- CMD...",
    "Runs a program under a seccomp profile, without any engine and without\n"
    "root, and says which system calls were refused.",
    R"(Examples:
  harden profile test seccomp.json -- ls -l
  harden profile test seccomp.json --on-deny log -- python3 app.py
  harden profile test --on-deny strict -- /bin/true

--on-deny kill    a refused call ends the process
--on-deny errno   a refused call fails with EPERM
--on-deny log     a refused call goes through and is reported
--on-deny strict  the kernel's first mode: read, write, exit; no profile

Exit status:
  0  nothing was refused
  1  calls were refused
  2  not readable, no profile, no program, or wrong usage)"};

void ProfileTestArguments::declare(OptionSet& options) {
  static constexpr auto denials = enum_words<OnDeny::kill, OnDeny::strict>(
      "kill", "errno", "log", "strict");
  options.positionals("PROFILE", files, "The profile to try");
  options.choice("--on-deny", on_deny, denials, "kill|errno|log|strict",
                 "What a refused call does, not as written");
  declare_terminal(options);
  options.program(program);
  options.check([this] { require_sense(); });
}

void ProfileTestArguments::require_sense() const {
  if (program.empty()) {
    throw UsageError(
        "no program given; try `harden profile test seccomp.json -- ls`");
  }
  const bool strict = on_deny == OnDeny::strict;
  if (files.size() == (strict ? 0 : 1)) return;
  throw UsageError(strict ? "`--on-deny strict` takes no profile"
                          : "`harden profile test` takes one profile, and the "
                            "program behind `--`");
}

int run(const ProfileTestArguments& arguments) {
  const SeccompProfile profile = arguments.on_deny == OnDeny::strict
                                     ? confine::strict_profile()
                                     : read_profile(arguments.files.front());
  const confine::Outcome outcome = confine::run_confined(
      profile, denial(arguments.on_deny), arguments.program);
  tell_outcome(arguments, outcome);
  return outcome.refused.empty() ? done : not_shown;
}

}  // namespace harden::cli
