#include "cli/config/base_settings.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/glob/glob.h"
#include "knowledge/accounts.h"
#include "knowledge/fact_text.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/confinement.h"

namespace harden::cli {
namespace {

struct ConfigEntry {
  std::string name;
  ImageReference pattern;
  std::optional<std::string> like;
  // What each key changes in the facts.
  std::vector<std::function<void(BaseImage&)>> facts;
  std::uint32_t line = 0;
};

template <typename T>
std::vector<T> parsed(const TomlValue& value,
                      std::optional<T> (*parse)(std::string_view),
                      const std::string& form) {
  std::vector<T> result;
  for (const std::string& item : value.texts()) {
    std::optional<T> fact = parse(item);
    if (!fact) {
      value.fail(quoted_word(item) + " in `" + std::string(value.key) +
                 "` is not " + form);
    }
    result.push_back(std::move(*fact));
  }
  return result;
}

template <auto Member, typename T>
void add_fact(T fact, ConfigEntry& entry) {
  entry.facts.push_back(
      [fact = std::move(fact)](BaseImage& image) { image.*Member = fact; });
}

template <auto Member>
void set_text(const TomlValue& value, ConfigEntry& entry) {
  add_fact<Member>(value.text(), entry);
}

template <auto Member>
void set_flag(const TomlValue& value, ConfigEntry& entry) {
  add_fact<Member>(value.flag(), entry);
}

template <auto Member>
void set_texts(const TomlValue& value, ConfigEntry& entry) {
  add_fact<Member>(value.texts(), entry);
}

void set_family(const TomlValue& value, ConfigEntry& entry) {
  const std::string name = value.text();
  const auto family = knowledge::parse_family(name);
  if (!family) {
    value.fail(unknown_word("family", name, knowledge::kFamilyNames));
  }
  entry.facts.push_back([family = *family](BaseImage& image) {
    if (image.family == family) return;
    image.family = family;
    knowledge::add_family_accounts(image);
  });
}

void set_accounts(const TomlValue& value, ConfigEntry& entry) {
  for (Account& it : parsed(value, knowledge::parse_account,
                            "NAME:UID:GID[:HOME[:GROUPS]]")) {
    entry.facts.push_back([account = std::move(it)](BaseImage& image) {
      knowledge::put_account(account, image);
    });
  }
}

void set_groups(const TomlValue& value, ConfigEntry& entry) {
  for (Group& it : parsed(value, knowledge::parse_group, "NAME:GID")) {
    entry.facts.push_back([group = std::move(it)](BaseImage& image) {
      knowledge::put_group(group, image);
    });
  }
}

void set_ports(const TomlValue& value, ConfigEntry& entry) {
  add_fact<&BaseImage::ports>(
      parsed(value, knowledge::parse_port, "a port such as 80 or 53/udp"),
      entry);
}

void set_writes(const TomlValue& value, ConfigEntry& entry) {
  add_fact<&BaseImage::writes>(
      parsed(value, knowledge::parse_written_path,
             "an absolute path, with `volume` or `seeded` behind it"),
      entry);
}

std::optional<std::string> parse_capable_file(std::string_view text) {
  const std::size_t blank = text.find(" /");
  if (blank == text.npos ||
      !lists::capabilities.contains(text.substr(0, blank))) {
    return std::nullopt;
  }
  return std::string(text);
}

void set_capable_files(const TomlValue& value, ConfigEntry& entry) {
  add_fact<&BaseImage::file_capabilities>(
      parsed(value, parse_capable_file,
             "a capability and a file, such as \"NET_BIND_SERVICE "
             "/usr/bin/caddy\""),
      entry);
}

// The user's word on how the image starts replaces both facts about it.
void set_any_user(const TomlValue& value, ConfigEntry& entry) {
  entry.facts.push_back([any = value.flag()](BaseImage& image) {
    image.runs_as_any_user = any;
    if (any) image.needs_root.clear();
  });
}

void set_needs_root(const TomlValue& value, ConfigEntry& entry) {
  entry.facts.push_back([reason = value.text()](BaseImage& image) {
    image.needs_root = reason;
    if (!reason.empty()) image.runs_as_any_user = false;
  });
}

constexpr TomlKey<ConfigEntry> keys_of_bases[] = {
    {"like", take_text<&ConfigEntry::like>},
    {"user", set_text<&BaseImage::user>},
    {"family", set_family},
    {"shell", set_flag<&BaseImage::has_shell>},
    {"user_tools", set_flag<&BaseImage::has_user_tools>},
    {"install_tools", set_text<&BaseImage::install_tools>},
    {"accounts", set_accounts},
    {"groups", set_groups},
    {"ready_account", set_text<&BaseImage::ready_account>},
    {"steps_down_to", set_text<&BaseImage::steps_down_to>},
    {"runs_as_any_user", set_any_user},
    {"needs_root", set_needs_root},
    {"entrypoint", set_texts<&BaseImage::entrypoint>},
    {"cmd", set_texts<&BaseImage::cmd>},
    {"env", set_texts<&BaseImage::env>},
    {"ports", set_ports},
    {"stop_signal", set_text<&BaseImage::stop_signal>},
    {"entrypoint_reads", set_texts<&BaseImage::entrypoint_reads>},
    {"workdir", set_text<&BaseImage::workdir>},
    {"writes", set_writes},
    {"file_capabilities", set_capable_files},
    {"runtime", set_text<&BaseImage::runtime>},
};

ConfigEntry read_entry(std::string_view name, const TomlValue& value) {
  ConfigEntry entry;
  entry.name = name;
  entry.pattern = parse_image_reference(name);
  entry.line = value.node.source().begin.line;
  const toml::table& table = value.table();
  if (entry.pattern.repository.empty()) {
    value.fail("the name of a base image is empty");
  }
  read_keys(table, value.file, keys_of_bases, entry);
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
    for (const auto& set : entry.facts) set(image);
    return image;
  }

  std::vector<ConfigEntry> entries_;
};

}  // namespace

std::vector<std::string_view> base_keys() { return key_names(keys_of_bases); }

std::shared_ptr<const BaseImages> read_config_bases(const ConfigFile& file) {
  std::vector<ConfigEntry> entries;
  if (const toml::table* bases = file.table("bases")) {
    for (const auto& [name, node] : *bases) {
      entries.push_back(
          read_entry(name.str(), {"bases.\"NAME\"", node, file.name()}));
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
