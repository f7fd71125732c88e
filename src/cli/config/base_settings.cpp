#include "cli/config/base_settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/glob/wildcard.h"
#include "base/toml/toml_value.h"
#include "cli/config/base_keys.h"
#include "cli/config/config_file.h"
#include "knowledge/knowledge.h"

namespace harden::cli {
namespace {

struct ConfigEntry {
  std::string name;
  ImageReference pattern;
  std::optional<std::string> like;
  std::vector<BaseFact> setters;
  std::uint32_t line = 0;
};

ConfigEntry read_entry(std::string_view name, const toml::node& node,
                       const std::string& file) {
  const TomlValue given{"bases.\"NAME\"", node, file};
  const toml::table& table = given.table();
  ConfigEntry entry;
  entry.name = name;
  entry.pattern = parse_image_reference(name);
  entry.line = node.source().begin.line;
  if (entry.pattern.repository.empty()) {
    given.fail("the name of a base image is empty");
  }
  for (const auto& [key, value] : table) {
    if (key.str() == "like") {
      entry.like = TomlValue{key.str(), value, file}.text();
    } else {
      entry.setters.push_back(read_fact(key, value, file));
    }
  }
  return entry;
}

bool is_exact(const ConfigEntry& entry) { return !is_wildcard(entry.name); }

bool answers(const ConfigEntry& entry, const ImageReference& image) {
  const ImageReference& pattern = entry.pattern;
  if (!matches_wildcard(pattern.repository, image.repository)) return false;
  if (!pattern.digest.empty() && pattern.digest != image.digest) return false;
  if (pattern.tag.empty()) return true;
  if (image.tag.empty() && !image.digest.empty()) return false;
  return matches_wildcard(pattern.tag,
                          image.tag.empty() ? "latest" : image.tag);
}

class ConfigBases final : public BaseImages {
 public:
  explicit ConfigBases(std::vector<ConfigEntry> entries)
      : entries_(std::move(entries)) {}

  std::optional<BaseImage> find(std::string_view reference) const override {
    const ImageReference image = parse_image_reference(reference);
    for (const ConfigEntry& entry : entries_) {
      if (answers(entry, image)) return facts(entry, reference);
    }
    return std::nullopt;
  }

 private:
  static BaseImage facts(const ConfigEntry& entry, std::string_view reference) {
    BaseImage image = builtin_bases()
                          .find(entry.like ? *entry.like : reference)
                          .value_or(BaseImage());
    image.id = entry.name;
    for (const BaseFact& set : entry.setters) set(image);
    return image;
  }

  std::vector<ConfigEntry> entries_;
};

}  // namespace

std::shared_ptr<const BaseImages> read_config_bases(std::string_view text,
                                                    const std::string& file) {
  const toml::table root = parse_config(text, file);
  std::vector<ConfigEntry> entries;
  if (const toml::table* bases = config_table(root, "bases", file)) {
    for (const auto& [name, node] : *bases) {
      entries.push_back(read_entry(name.str(), node, file));
    }
  }
  // toml++ sorts keys by name; the order of the file is the user's.
  std::ranges::stable_sort(entries, [](const auto& one, const auto& other) {
    return std::pair(!is_exact(one), one.line) <
           std::pair(!is_exact(other), other.line);
  });
  return std::make_shared<ConfigBases>(std::move(entries));
}

}  // namespace harden::cli
