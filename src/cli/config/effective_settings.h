// What holds for a file, key by key, and who says so.
#pragma once

#include <toml++/toml.h>

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/config_command.h"
#include "cli/config/config_files.h"

namespace harden::cli {

struct EffectiveSetting {
  enum class Origin : std::uint8_t { built_in, file, option };

  std::string table;  // `policy.limits`, `bases."corp/java"`
  std::string key;
  const toml::node* value = nullptr;
  Origin origin = Origin::built_in;
  std::string place;  // "harden.toml:3", "--fail-level"; empty: built in
  // Of an entry of a list of tables, such as `[[check.ignore]]`: its number.
  std::size_t entry = no_entry;

  static constexpr std::size_t no_entry = SIZE_MAX;
};

// The command line counts more than harden.toml, and that more than what harden
// does of its own accord. What `[policy]` does not say follows from the
// Dockerfile and is not part of it.
class EffectiveSettings {
 public:
  // `config` has to outlive it.
  EffectiveSettings(const ConfigArguments& arguments, const ConfigFile& config);
  EffectiveSettings(const EffectiveSettings&) = delete;
  EffectiveSettings& operator=(const EffectiveSettings&) = delete;

  // Those of a table follow each other, tables in tables behind their own.
  const std::vector<EffectiveSetting>& list() const { return list_; }

 private:
  // By their origin; null where one has no such table.
  using Layers = std::array<const toml::table*, 3>;
  static Layers below(const Layers& layers, std::string_view key);
  static std::set<std::string> keys_of(const Layers& layers);

  void add_options(const ConfigArguments& arguments);
  void add_rootfs(const RootfsArguments& arguments);
  void walk(const Layers& layers, const std::string& table);
  void add(const Layers& layers, const std::string& table,
           const std::string& key);
  void add_entries(const EffectiveSetting& list);
  void set_place(EffectiveSetting& setting) const;

  const ConfigFile& config_;
  toml::table built_in_;
  toml::table option_;
  std::vector<EffectiveSetting> list_;
};

// What harden does when nobody says otherwise, as a harden.toml.
std::string_view built_in_settings();

}  // namespace harden::cli
