// harden rules and harden explain
#pragma once

#include <string>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

struct RulesArguments : ColourArguments {
  std::string markdown;  // folder to write the pages of docs/rules to

  static const CommandHelp help;
  void declare(OptionSet& options);
};

struct ExplainArguments : ColourArguments {
  std::string code;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

int run(const RulesArguments& arguments);
int run(const ExplainArguments& arguments);

}  // namespace harden::cli
