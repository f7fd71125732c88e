// harden completion and harden man
#pragma once

#include <string>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

struct CompletionArguments : ColourArguments {
  std::string shell;  // whose completions are printed

  static const CommandHelp help;
  void declare(OptionSet& options);
};

struct ManualArguments : ColourArguments {
  static const CommandHelp help;
  void declare(OptionSet& options) { declare_colour(options); }
};

int run(const CompletionArguments& arguments);
int run(const ManualArguments& arguments);

}  // namespace harden::cli
