#include "cli/commands/completion_command.h"

#include "base/text/enum_words.h"
#include "base/text/word_list.h"
#include "cli/completion/completion.h"
#include "cli/output/console.h"

namespace harden::cli {
namespace {

constexpr auto shells =
    enum_words<Shell::bash, Shell::fish>("bash", "zsh", "fish");

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
  options.positional("SHELL", word_, "bash, zsh or fish", shells.all());
  declare_colour(options);
  options.check([this] {
    if (word_.empty()) {
      throw UsageError("no shell given; `harden completion` takes " +
                       word_list(shells.all()));
    }
    shell = value_of(shells, "harden completion", word_);
  });
}

int run(const CompletionArguments& arguments) {
  const auto pages = command_pages();
  switch (arguments.shell) {
    case Shell::bash:
      print(bash_completion(pages));
      break;
    case Shell::zsh:
      print(zsh_completion(pages));
      break;
    case Shell::fish:
      print(fish_completion(pages));
      break;
  }
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
