#include "cli/commands/completion_command.h"

#include "base/text/enum_words.h"
#include "base/text/word_list.h"
#include "cli/completion/command_pages.h"
#include "cli/output/console.h"

namespace harden::cli {
namespace {

using Completion = std::string (*)(const std::vector<CommandPage>&);

constexpr auto shells = word_table<Completion>({{"bash", bash_completion},
                                                {"zsh", zsh_completion},
                                                {"fish", fish_completion}});

Completion completion_of(const std::string& shell) {
  if (shell.empty()) {
    throw UsageError("no shell given; `harden completion` takes " +
                     word_list(shells.all()));
  }
  return value_of(shells, "harden completion", shell);
}

}  // namespace

const CommandHelp CompletionArguments::help = {
    "harden completion", "harden completion SHELL",
    "Prints what makes bash, zsh or fish complete the words of harden.",
    R"(Examples:
  source <(harden completion bash)        (in ~/.bashrc)
  source <(harden completion zsh)         (in ~/.zshrc, behind compinit)
  harden completion fish > ~/.config/fish/completions/harden.fish

The Debian package has them where the shells look for them.)"};

void CompletionArguments::declare(OptionSet& options) {
  options.positional("SHELL", shell, "bash, zsh or fish", shells.all());
  declare_colour(options);
  options.check([this] { completion_of(shell); });
}

int run(const CompletionArguments& arguments) {
  print(completion_of(arguments.shell)(command_pages()));
  return done;
}

const CommandHelp ManualArguments::help = {
    "harden man", "harden man",
    "Prints the manual page: all commands and options.",
    R"(Examples:
  harden man | man -l -
  harden man > /usr/local/share/man/man1/harden.1)"};

int run(const ManualArguments&) {
  print(manual_page(command_pages()));
  return done;
}

}  // namespace harden::cli
