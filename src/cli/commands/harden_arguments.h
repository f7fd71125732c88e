// harden DOCKERFILE: what its command line says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// The files of the bundle, in the order in which they are written.
enum class BundlePart : std::uint8_t {
  run,
  compose,
  kubernetes,
  daemon,
  policy,
  seccomp,
  apparmor,
  report,
};

struct HardenArguments : HardeningArguments,
                         OutputArguments,
                         TerminalArguments {
  std::vector<std::string> files;  // "-" is standard input
  bool diff = false;
  bool in_place = false;
  bool write_scripts = false;

  // The bundle: what is written for the runtime.
  bool no_bundle = false;
  std::string bundle;             // empty: OUTPUT.d
  std::vector<BundlePart> parts;  // --emit; empty: all
  Engine engine = Engine::docker;

  static const CommandHelp help;
  void declare(OptionSet& options);
  // Whether --emit names the part; all are written when it is not given.
  bool asks_for(BundlePart part) const;

 private:
  void declare_bundle(OptionSet& options);
  void take_parts(std::string_view words);
};

int run(const HardenArguments& arguments);

}  // namespace harden::cli
