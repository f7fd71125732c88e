#include "cli/config/config_file.h"

#include <algorithm>
#include <iterator>

#include "base/toml/parse_toml.h"
#include "base/toml/toml_value.h"

namespace harden::cli {

toml::table parse_config(std::string_view text, const std::string& file) {
  toml::table root = parse_toml(text, file);
  static constexpr std::string_view known[] = {"bases", "check", "daemon",
                                               "policy", "rootfs"};
  for (const auto& [key, node] : root) {
    if (std::ranges::find(known, key.str()) == std::end(known)) {
      refuse_key(key, known, file);
    }
  }
  return root;
}

const toml::table* config_table(const toml::table& root, std::string_view name,
                                const std::string& file) {
  const toml::node* node = root.get(name);
  return node == nullptr ? nullptr : &TomlValue{name, *node, file}.table();
}

}  // namespace harden::cli
