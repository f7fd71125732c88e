// The server that an image starts, and the line that installs its package.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/stage_view.h"
#include "image/start/start_program.h"
#include "knowledge/server_facts.h"

namespace harden {

// A package of a RUN.
struct InstalledPackage {
  std::string name;
  std::size_t instruction = 0;
};

struct InstalledServer {
  const ServerFacts* facts = nullptr;
  std::vector<std::string> argv;  // from the server on
  std::string folder;             // where it starts; empty: nobody knows
  // The first one that may bring its account; none where its facts hold
  // wherever it comes from.
  std::optional<InstalledPackage> package;
  std::string version;
  // As an option or its configuration names it, else as the package makes it;
  // may be empty.
  std::string account;
  std::string named_by;  // "-u bind", "uid = nobody"

  // "named"
  std::string_view name() const;
  // A text of the facts with the version in it.
  std::string filled(std::string_view text) const;
};

std::optional<InstalledServer> installed_server(const StageView& stage,
                                                const StartProgram& start);

// The package that makes an account of this name.
struct PackageAccount {
  // Null where the package is only called like the account: it may make it.
  const ServerFacts* facts = nullptr;
  InstalledPackage package;
  std::string name;
};
std::optional<PackageAccount> package_account(const StageView& stage,
                                              std::string_view name);

// The package that a program is called like, where nobody knows what it does.
std::optional<InstalledPackage> unknown_package(const StageView& stage,
                                                const StartProgram& start);

}  // namespace harden
