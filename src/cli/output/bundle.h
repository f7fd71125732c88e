// The folder beside a hardened Dockerfile with the settings for its runtimes.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/harden_arguments.h"
#include "findings/driver.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// Where the bundle goes: --bundle, or OUTPUT.d; empty when none is asked for.
std::string bundle_folder(const HardenArguments& arguments);

struct Bundle {
  std::vector<EmittedFile> files;
  // Why a file, or all of them, cannot be made; one line each.
  std::vector<std::string> remarks;
};
Bundle make_bundle(const HardenArguments& arguments, const Hardened& result,
                   const Policy& policy, const DaemonSettings& daemon);

}  // namespace harden::cli
