// harden completion and harden man
#pragma once

#include <cstdint>
#include <string>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

// Whose completions are printed.
enum class Shell : std::uint8_t { bash, zsh, fish };

struct CompletionArguments : ColourArguments {
  Shell shell = Shell::bash;

  static const CommandHelp help;
  void declare(OptionSet& options);

 private:
  std::string word_;
};

struct ManualArguments : ColourArguments {
  static const CommandHelp help;
  void declare(OptionSet& options) { declare_colour(options); }
};

int run(const CompletionArguments& arguments);
int run(const ManualArguments& arguments);

}  // namespace harden::cli
