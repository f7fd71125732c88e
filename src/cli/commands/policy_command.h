// harden policy
#pragma once

#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

struct PolicyArguments : HardeningArguments, ColourArguments {
  std::vector<std::string> files;
  bool json = false;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

int run(const PolicyArguments& arguments);

}  // namespace harden::cli
