// Programs that install packages: templates/package_managers.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "knowledge/base_image.h"

namespace harden {

// Those whose command lines are looked into.
enum class PackageManager : std::uint8_t {
  apt,  // apt-get, apt, aptitude
  apk,
  dnf,  // yum, dnf, microdnf, tdnf
  zypper,
  pip,
  npm,
  yarn,
  other,
};

// What its first operand asks for; where a manager has options instead of
// verbs, any of them.
enum class PackageTask : std::uint8_t {
  unknown,
  install,
  install_others,  // what the packages that it names need
  update_lists,    // `apt-get update`
  upgrade,         // all that is there
  remove,
  other,  // asks, cleans up, says where packages come from
};

struct PackageManagerFacts {
  using Names = std::span<const std::string_view>;

  std::string_view program;
  PackageManager manager = PackageManager::other;
  // Of the system's packages, which may bring users and services.
  bool system = false;
  // The one distribution that has it; unknown: several may.
  Family family = Family::unknown;
  // Options that take a value, as in command/argument_options.h.
  std::string_view letters_with_value;
  bool installs_alone = false;  // without a verb: yarn
  // Verbs. `*` stands for any text.
  Names install;
  Names install_others;
  Names update_lists;
  Names upgrade;
  Names remove;
  Names other;
  // As letters_with_value, by their long names.
  std::string_view names_with_value;

  bool has_verbs() const { return install.empty() || install[0][0] != '-'; }
  PackageTask task_of(std::string_view verb) const;
};

// By path or name; `pip3.11` is pip. Null for all other programs.
const PackageManagerFacts* find_package_manager(std::string_view program);

}  // namespace harden
