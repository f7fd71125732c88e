// harden completion SHELL and harden man
#include "cli/commands/commands.h"
#include "cli/completion/completion.h"
#include "cli/output/console.h"

namespace harden::cli {

int run_completion(const Arguments& arguments) {
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

int run_manual(const Arguments&) {
  print(manual_page(command_pages()));
  return done;
}

}  // namespace harden::cli
