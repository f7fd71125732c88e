#include "knowledge/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/glob/glob.h"
#include "base/source/source_file.h"
#include "base/text/ascii.h"
#include "knowledge/config_keys.h"
#include "knowledge/knowledge.h"

namespace harden::knowledge {
namespace {

constexpr std::size_t kSizeLimit = 1 << 20;
// A key `a.b.c` is three tables deep, and tables are destroyed recursively.
constexpr std::ptrdiff_t kDotsLimit = 200;

bool begins_key(char c) {
  return is_word(c) || c == '-' || c == '"' || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// toml++ 3 asserts that a key follows `[` where a line begins, so that `[=]`
// would end the program. Lists in lists, which could begin so on a line of
// their own, are no setting of ours.
bool is_nameless_table(std::string_view line) {
  const auto skip_blanks = [&] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip_blanks();
  if (!line.starts_with('[')) return false;
  line.remove_prefix(line.starts_with("[[") ? 2 : 1);
  skip_blanks();
  constexpr std::string_view fine = "]\r";
  return !line.empty() && !begins_key(line.front()) &&
         fine.find(line.front()) == std::string_view::npos;
}

void refuse_excess(std::string_view text, const std::string& file) {
  if (text.size() > kSizeLimit) throw BadInput(file, "is larger than 1 MiB");
  std::uint32_t line = 1;
  for (;;) {
    const std::size_t end = text.find('\n');
    if (std::ranges::count(text.substr(0, end), '.') > kDotsLimit) {
      throw BadInput(file, "more than 200 dots in one line", line);
    }
    if (is_nameless_table(text.substr(0, end))) {
      throw BadInput(file, "the name of a table must follow `[`", line);
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    ++line;
  }
}

struct ConfigEntry {
  std::string name;
  ImageReference pattern;
  std::optional<std::string> like;
  std::vector<Setter> setters;
  std::uint32_t line = 0;
};

ConfigEntry read_entry(std::string_view name, const toml::node& node,
                       const std::string& file) {
  const toml::table* const table = node.as_table();
  if (!table) fail(node, file, "`bases.\"NAME\"` must be a table");
  ConfigEntry entry;
  entry.name = name;
  entry.pattern = parse_image_reference(name);
  entry.line = node.source().begin.line;
  if (entry.pattern.repository.empty()) {
    fail(node, file, "the name of a base image is empty");
  }
  for (const auto& [key, value] : *table) {
    if (key.str() == "like") {
      entry.like = read_text(key.str(), value, file);
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
    for (const Setter& set : entry.setters) set(image);
    return image;
  }

  std::vector<ConfigEntry> entries_;
};

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
  refuse_excess(text, file);
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const toml::source_position& place = error.source().begin;
    throw BadInput(file, std::string(error.description()), place.line,
                   place.column);
  }
}

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

}  // namespace harden::knowledge

namespace harden {

std::shared_ptr<const BaseImages> read_config_bases(std::string_view text,
                                                    const std::string& file) {
  const toml::table root = knowledge::parse_config(text, file);
  std::vector<knowledge::ConfigEntry> entries;
  if (const toml::node* const bases = root.get("bases")) {
    const toml::table* const table = bases->as_table();
    if (!table) knowledge::fail(*bases, file, "`bases` must be a table");
    for (const auto& [name, node] : *table) {
      entries.push_back(knowledge::read_entry(name.str(), node, file));
    }
  }
  // toml++ sorts keys by name; the order of the file is the user's.
  std::ranges::stable_sort(entries, [](const auto& one, const auto& other) {
    return std::pair(!knowledge::is_exact(one), one.line) <
           std::pair(!knowledge::is_exact(other), other.line);
  });
  return std::make_shared<knowledge::ConfigBases>(std::move(entries));
}

}  // namespace harden
