// A harden.toml as a table.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "base/toml/toml_keys.h"

namespace harden::cli {

class ConfigFile {
 public:
  // That there is none.
  ConfigFile() = default;
  // Throws BadInput with the place of a mistake, or of a table that nobody
  // knows. `name` is what messages call it.
  ConfigFile(std::string_view text, std::string name);

  const std::string& name() const { return name_; }
  const toml::table& root() const { return root_; }

  // One of its tables; null when the file has none of that name. Throws
  // BadInput when it is something else.
  const toml::table* table(std::string_view name) const;
  // The values of that table, if there is one.
  template <typename Keys, typename Target>
  void read(std::string_view name, const Keys& keys, Target& target) const {
    if (const auto* it = table(name)) read_keys(*it, name_, keys, target);
  }

 private:
  std::string name_;
  toml::table root_;
};

}  // namespace harden::cli
