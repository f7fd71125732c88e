// harden trace DOCKERFILE: a profile of what the image was seen to do.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"
#include "runtime/emit/emit.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::cli {

struct TraceArguments : HardeningArguments, OutputArguments, TerminalArguments {
  std::vector<std::string> files;
  std::string exercise;
  std::chrono::milliseconds watch = std::chrono::seconds(30);
  std::uint32_t starts = 20;
  SeccompMargin margin = SeccompMargin::none;
  Engine engine = Engine::docker;
  std::string tracer;  // the image that strace comes from; empty: chosen
  std::string build_network;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

int run(const TraceArguments& arguments);

}  // namespace harden::cli
