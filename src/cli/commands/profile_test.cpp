// harden profile test: a profile is tried on a program, without any engine.
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstring>
#include <optional>

#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "base/text/counted.h"
#include "cli/commands/profile_arguments.h"
#include "cli/output/console.h"
#include "observe/confine/compile_profile.h"

namespace harden::cli {
namespace {

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
    text += fmt::format("refused: {} ({}, {})\n", call.name,
                        counted(times, "time"), call.answer);
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
  using confine::Denial;
  static constexpr auto denials =
      word_table<std::optional<Denial>>({{"kill", Denial::kill},
                                         {"errno", Denial::error},
                                         {"log", Denial::log},
                                         {"strict", std::nullopt}});
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
  if (files.size() == (on_deny ? 1 : 0)) return;
  throw UsageError(on_deny ? "`harden profile test` takes one profile, and the "
                             "program behind `--`"
                           : "`--on-deny strict` takes no profile");
}

int run(const ProfileTestArguments& arguments) {
  const SeccompProfile profile = arguments.on_deny
                                     ? read_profile(arguments.files.front())
                                     : confine::strict_profile();
  const confine::Outcome outcome = confine::run_confined(
      profile, arguments.on_deny.value_or(confine::Denial::as_written),
      arguments.program);
  tell_outcome(arguments, outcome);
  return outcome.refused.empty() ? done : not_shown;
}

}  // namespace harden::cli
