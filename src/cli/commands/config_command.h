// harden config
#pragma once

#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

struct ConfigArguments : HardeningArguments, WeightArguments, ColourArguments {
  std::vector<std::string> files;
  bool json = false;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

int run(const ConfigArguments& arguments);

}  // namespace harden::cli
