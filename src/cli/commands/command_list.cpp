#include "cli/check/check_arguments.h"
#include "cli/commands/command.h"
#include "cli/commands/completion_command.h"
#include "cli/commands/config_command.h"
#include "cli/commands/harden_arguments.h"
#include "cli/commands/policy_command.h"
#include "cli/commands/profile_arguments.h"
#include "cli/commands/rules_command.h"
#include "cli/commands/trace_command.h"

namespace harden::cli {
namespace {

template <typename Arguments>
std::unique_ptr<Command> make() {
  return std::make_unique<CommandOf<Arguments>>();
}

template <typename Arguments>
NamedCommand named(std::string_view word, std::string_view verb = {}) {
  return {word, verb, Arguments::help, make<Arguments>};
}

}  // namespace

std::span<const NamedCommand> all_commands() {
  static const NamedCommand commands[] = {
      named<HardenArguments>(""),
      named<CheckArguments>("check"),
      named<CompletionArguments>("completion"),
      named<ConfigArguments>("config"),
      named<ExplainArguments>("explain"),
      named<ManualArguments>("man"),
      named<PolicyArguments>("policy"),
      named<ProfileArguments>("profile"),
      named<ProfileApparmorArguments>("profile", "apparmor"),
      named<ProfileSeccompArguments>("profile", "seccomp"),
      named<ProfileDiffArguments>("profile", "diff"),
      named<ProfileLintArguments>("profile", "lint"),
      named<ProfileTestArguments>("profile", "test"),
      named<RulesArguments>("rules"),
      named<TraceArguments>("trace"),
  };
  return commands;
}

}  // namespace harden::cli
