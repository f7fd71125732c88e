#include "cli/config/rootfs_settings.h"

#include <array>

#include "cli/config/config_value.h"
#include "knowledge/config.h"
#include "knowledge/config_keys.h"

namespace harden::cli {
namespace {

constexpr std::array<std::string_view, 5> rootfs_key_names = {
    "artifact", "drop_healthcheck", "keep", "keep_shell", "mode"};

class RootfsSettingsReader {
 public:
  RootfsSettingsReader(const std::string& file, Options& options)
      : file_(file), options_(options) {}

  void read(const toml::key& key, const toml::node& value) {
    if (key.str() == "mode") {
      options_.rootfs = ConfigValue{"mode", value, file_}.one_of(rootfs_modes);
    } else if (key.str() == "artifact") {
      options_.artifact = path(key.str(), value);
    } else if (key.str() == "keep") {
      read_keep(value);
    } else if (key.str() == "keep_shell") {
      options_.keep_shell = flag(key.str(), value);
    } else if (key.str() == "drop_healthcheck") {
      options_.drop_healthcheck = flag(key.str(), value);
    } else {
      knowledge::refuse_key(key, rootfs_key_names, file_);
    }
  }

 private:
  [[noreturn]] void refuse(std::string_view key, const toml::node& value,
                           const std::string& expected) const {
    knowledge::fail(value, file_,
                    "`" + std::string(key) + "` must be " + expected);
  }

  std::string path(std::string_view key, const toml::node& value) const {
    std::string text = knowledge::read_text(key, value, file_);
    if (!text.starts_with('/') || text.size() < 2) {
      refuse(key, value, "an absolute path in the image");
    }
    return text;
  }

  void read_keep(const toml::node& value) {
    const toml::array* list = value.as_array();
    if (list == nullptr) refuse("keep", value, "a list of paths");
    for (const toml::node& item : *list) {
      options_.keep.push_back(path("keep", item));
    }
  }

  bool flag(std::string_view key, const toml::node& value) const {
    const auto flag = value.value_exact<bool>();
    if (!flag) refuse(key, value, "true or false");
    return *flag;
  }

  const std::string& file_;
  Options& options_;
};

}  // namespace

std::span<const std::string_view> rootfs_keys() { return rootfs_key_names; }

void read_rootfs_settings(std::string_view text, const std::string& file,
                          Options& options) {
  const toml::table root = knowledge::parse_config(text, file);
  const toml::node* const node = root.get("rootfs");
  if (node == nullptr) return;
  const toml::table* const table = node->as_table();
  if (table == nullptr) {
    knowledge::fail(*node, file, "`rootfs` must be a table");
  }
  RootfsSettingsReader reader(file, options);
  for (const auto& [key, value] : *table) reader.read(key, value);
}

}  // namespace harden::cli
