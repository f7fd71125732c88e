// Command lines of package managers: what they are asked to do, and to what.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "command/package_call.h"
#include "findings/runs/calls.h"
#include "findings/subject.h"

namespace harden::rule {

struct PackageCommand : PackageCall {
  const Call* call;
  PackageManager manager;

  std::string_view verb() const;
  // The indices of what stands behind the verb: packages, files, groups.
  std::vector<std::size_t> operands() const;
  // The names among them, without versions and architectures: "gcc" of
  // `gcc=4:12.2.0-3`, `gcc:amd64`, `gcc@edge`. Those that the file does not
  // tell are left out.
  std::vector<std::string> packages() const;
  // Whether the file does not tell all of them.
  bool has_unknown_packages() const;

  bool installs() const;
  bool updates_lists() const;  // `apt-get update`
  bool upgrades() const;       // all that is there
  bool removes() const;
};

std::optional<PackageCommand> package_command(const Call& call);

// Puts an option behind the verb; nullopt where that cannot be edited.
std::optional<Edit> add_option(const Subject& subject,
                               const PackageCommand& command,
                               std::string_view option);

}  // namespace harden::rule
