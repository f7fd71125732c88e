// Command lines of package managers: what they are asked to do.
#pragma once

#include <cstddef>
#include <optional>

#include "command/argument_options.h"
#include "knowledge/package_managers.h"

namespace harden {

struct PackageRequest {
  const PackageManagerFacts* facts;
  // Index of the verb among the words; none when there is none, or the file
  // does not tell it.
  std::optional<std::size_t> verb_at;
  PackageTask task = PackageTask::unknown;

  // Asks for root: what is there changes.
  bool changes_packages() const {
    return task != PackageTask::unknown && task != PackageTask::other;
  }
  // May bring packages, and with them users.
  bool may_install() const {
    return task != PackageTask::remove && task != PackageTask::update_lists &&
           task != PackageTask::other;
  }
};

struct PackageCall : PackageRequest {
  ArgumentOptions options;
};

// `argv` begins with the program; `python3 -m pip` is pip. nullopt: it is no
// package manager.
std::optional<PackageCall> package_call(const CommandWords& argv);
// The options and operands of such a line, the verb among them.
ArgumentOptions package_options(const PackageManagerFacts& facts,
                                const CommandWords& argv);

}  // namespace harden
