#include "cli/config/rootfs_settings.h"

#include <array>

#include "base/toml/toml_value.h"
#include "cli/config/config_file.h"

namespace harden::cli {
namespace {

constexpr std::array<std::string_view, 5> rootfs_key_names = {
    "artifact", "drop_healthcheck", "keep", "keep_shell", "mode"};

std::string path_in_image(const TomlValue& value) {
  std::string text = value.text();
  if (!text.starts_with('/') || text.size() < 2) {
    value.refuse("an absolute path in the image");
  }
  return text;
}

void add_kept(const TomlValue& value, std::vector<std::string>& keep) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) value.refuse("a list of paths");
  for (const toml::node& it : *list) {
    keep.push_back(path_in_image({value.key, it, value.file}));
  }
}

void read_key(const toml::key& key, const TomlValue& value, Options& options) {
  if (key.str() == "mode") {
    options.rootfs = value.one_of(rootfs_modes);
  } else if (key.str() == "artifact") {
    options.artifact = path_in_image(value);
  } else if (key.str() == "keep") {
    add_kept(value, options.keep);
  } else if (key.str() == "keep_shell") {
    options.keep_shell = value.flag();
  } else if (key.str() == "drop_healthcheck") {
    options.drop_healthcheck = value.flag();
  } else {
    refuse_key(key, rootfs_key_names, value.file);
  }
}

}  // namespace

std::span<const std::string_view> rootfs_keys() { return rootfs_key_names; }

void read_rootfs_settings(std::string_view text, const std::string& file,
                          Options& options) {
  const toml::table root = parse_config(text, file);
  const toml::table* table = config_table(root, "rootfs", file);
  if (table == nullptr) return;
  for (const auto& [key, value] : *table) {
    read_key(key, {key.str(), value, file}, options);
  }
}

}  // namespace harden::cli
