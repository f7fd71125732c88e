#include "knowledge/config_keys.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/source/source_file.h"
#include "base/text/word_lists.h"
#include "knowledge/accounts.h"
#include "knowledge/fact_text.h"

namespace harden::knowledge {
namespace {

// What the user wrote, fit for a line on a terminal.
std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string result = "`" + std::string(text.substr(0, kShown));
  if (text.size() > kShown) result += "...";
  std::ranges::replace_if(
      result,
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
      '?');
  return result + "`";
}

// "did you mean" for the nearest word, or nothing.
std::string suggestion(std::string_view word,
                       std::span<const std::string_view> candidates) {
  const std::string_view near = closest(word, candidates);
  return near.empty() ? "" : ", did you mean `" + std::string(near) + "`?";
}

// A value and what it is called in messages.
struct ConfigValue {
  std::string_view key;
  const toml::node& node;
  const std::string& file;

  [[noreturn]] void refuse(const std::string& expected) const {
    fail(node, file, "`" + std::string(key) + "` must be " + expected);
  }
};

std::string text(const ConfigValue& value) {
  return read_text(value.key, value.node, value.file);
}

std::vector<std::string> texts(const ConfigValue& value) {
  const toml::array* const array = value.node.as_array();
  if (!array) value.refuse("a list of strings");
  std::vector<std::string> result;
  for (const toml::node& item : *array) {
    result.push_back(text({value.key, item, value.file}));
  }
  return result;
}

template <typename T>
std::vector<T> parsed(const ConfigValue& value,
                      std::optional<T> (*parse)(std::string_view),
                      const std::string& form) {
  std::vector<T> result;
  for (const std::string& item : texts(value)) {
    std::optional<T> fact = parse(item);
    if (!fact) {
      fail(
          value.node, value.file,
          quoted(item) + " in `" + std::string(value.key) + "` is not " + form);
    }
    result.push_back(std::move(*fact));
  }
  return result;
}

template <auto Member>
Setter set_text(const ConfigValue& value) {
  return [fact = text(value)](BaseImage& image) { image.*Member = fact; };
}

template <auto Member>
Setter set_flag(const ConfigValue& value) {
  const auto fact = value.node.value_exact<bool>();
  if (!fact) value.refuse("true or false");
  return [fact](BaseImage& image) { image.*Member = *fact; };
}

template <auto Member>
Setter set_texts(const ConfigValue& value) {
  return [facts = texts(value)](BaseImage& image) { image.*Member = facts; };
}

Setter set_family(const ConfigValue& value) {
  const std::string name = text(value);
  const auto family = parse_family(name);
  if (!family) {
    fail(value.node, value.file,
         "unknown family " + quoted(name) + suggestion(name, kFamilyNames));
  }
  return [family](BaseImage& image) {
    if (image.family == *family) return;
    image.family = *family;
    add_family_accounts(image);
  };
}

Setter set_accounts(const ConfigValue& value) {
  auto accounts = parsed(value, parse_account, "NAME:UID:GID[:HOME[:GROUPS]]");
  return [accounts = std::move(accounts)](BaseImage& image) {
    for (const Account& account : accounts) put_account(account, image);
  };
}

Setter set_groups(const ConfigValue& value) {
  auto groups = parsed(value, parse_group, "NAME:GID");
  return [groups = std::move(groups)](BaseImage& image) {
    for (const Group& group : groups) put_group(group, image);
  };
}

Setter set_ports(const ConfigValue& value) {
  return [ports = parsed(value, parse_port, "a port such as 80 or 53/udp")](
             BaseImage& image) { image.ports = ports; };
}

Setter set_writes(const ConfigValue& value) {
  return [writes = parsed(value, parse_written_path,
                          "an absolute path, with `volume` or `seeded` behind "
                          "it")](BaseImage& image) { image.writes = writes; };
}

// The user's word on how the image starts replaces both facts about it.
Setter set_any_user(const ConfigValue& value) {
  const Setter set = set_flag<&BaseImage::runs_as_any_user>(value);
  return [set](BaseImage& image) {
    set(image);
    if (image.runs_as_any_user) image.needs_root.clear();
  };
}

Setter set_needs_root(const ConfigValue& value) {
  return [reason = text(value)](BaseImage& image) {
    image.needs_root = reason;
    if (!reason.empty()) image.runs_as_any_user = false;
  };
}

struct ConfigKey {
  std::string_view name;
  Setter (*read)(const ConfigValue&);
};

constexpr std::array kKeys = {
    ConfigKey{"user", set_text<&BaseImage::user>},
    ConfigKey{"family", set_family},
    ConfigKey{"shell", set_flag<&BaseImage::has_shell>},
    ConfigKey{"user_tools", set_flag<&BaseImage::has_user_tools>},
    ConfigKey{"install_tools", set_text<&BaseImage::install_tools>},
    ConfigKey{"accounts", set_accounts},
    ConfigKey{"groups", set_groups},
    ConfigKey{"ready_account", set_text<&BaseImage::ready_account>},
    ConfigKey{"steps_down_to", set_text<&BaseImage::steps_down_to>},
    ConfigKey{"runs_as_any_user", set_any_user},
    ConfigKey{"needs_root", set_needs_root},
    ConfigKey{"entrypoint", set_texts<&BaseImage::entrypoint>},
    ConfigKey{"cmd", set_texts<&BaseImage::cmd>},
    ConfigKey{"env", set_texts<&BaseImage::env>},
    ConfigKey{"ports", set_ports},
    ConfigKey{"stop_signal", set_text<&BaseImage::stop_signal>},
    ConfigKey{"entrypoint_reads", set_texts<&BaseImage::entrypoint_reads>},
    ConfigKey{"workdir", set_text<&BaseImage::workdir>},
    ConfigKey{"writes", set_writes},
    ConfigKey{"runtime", set_text<&BaseImage::runtime>},
};

}  // namespace

std::vector<std::string_view> base_keys() {
  std::vector<std::string_view> names = {"like"};
  for (const ConfigKey& known : kKeys) names.push_back(known.name);
  return names;
}

void refuse_key(const toml::key& key, std::span<const std::string_view> known,
                const std::string& file) {
  const std::string message =
      "unknown key " + quoted(key.str()) + suggestion(key.str(), known);
  const toml::source_position& place = key.source().begin;
  throw BadInput(file, message, place.line, place.column);
}

Setter read_fact(const toml::key& key, const toml::node& value,
                 const std::string& file) {
  const auto known = std::ranges::find(kKeys, key.str(), &ConfigKey::name);
  if (known == kKeys.end()) refuse_key(key, base_keys(), file);
  return known->read({key.str(), value, file});
}

std::string read_text(std::string_view key, const toml::node& value,
                      const std::string& file) {
  auto result = value.value_exact<std::string>();
  if (!result) ConfigValue{key, value, file}.refuse("a string");
  return *std::move(result);
}

void fail(const toml::node& node, const std::string& file,
          const std::string& message) {
  const toml::source_position& place = node.source().begin;
  throw BadInput(file, message, place.line, place.column);
}

}  // namespace harden::knowledge
