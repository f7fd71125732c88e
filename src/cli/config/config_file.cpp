#include "cli/config/config_file.h"

#include <utility>

#include "base/text/word_lists.h"
#include "base/toml/parse_toml.h"

namespace harden::cli {
namespace {

constexpr std::string_view known_tables[] = {"bases",  "build",  "check",
                                             "daemon", "policy", "rootfs"};

}  // namespace

ConfigFile::ConfigFile(std::string_view text, std::string name)
    : name_(std::move(name)), root_(parse_toml(text, name_)) {
  for (const auto& [key, node] : root_) {
    if (!is_one_of(key.str(), known_tables)) {
      refuse_key(key, known_tables, name_);
    }
  }
}

const toml::table* ConfigFile::table(std::string_view name) const {
  const toml::node* node = root_.get(name);
  return node == nullptr ? nullptr : &TomlValue{name, *node, name_}.table();
}

}  // namespace harden::cli
