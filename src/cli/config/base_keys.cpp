#include "cli/config/base_keys.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/toml/toml_value.h"
#include "knowledge/accounts.h"
#include "knowledge/fact_text.h"

namespace harden::cli {

namespace {

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

template <auto Member>
BaseFact set_text(const TomlValue& value) {
  return [fact = value.text()](BaseImage& image) { image.*Member = fact; };
}

template <auto Member>
BaseFact set_flag(const TomlValue& value) {
  return [fact = value.flag()](BaseImage& image) { image.*Member = fact; };
}

template <auto Member>
BaseFact set_texts(const TomlValue& value) {
  return [facts = value.texts()](BaseImage& image) { image.*Member = facts; };
}

BaseFact set_family(const TomlValue& value) {
  const std::string name = value.text();
  const auto family = parse_family(name);
  if (!family) {
    value.fail(unknown_word("family", name, kFamilyNames));
  }
  return [family](BaseImage& image) {
    if (image.family == *family) return;
    image.family = *family;
    add_family_accounts(image);
  };
}

BaseFact set_accounts(const TomlValue& value) {
  auto accounts = parsed(value, parse_account, "NAME:UID:GID[:HOME[:GROUPS]]");
  return [accounts = std::move(accounts)](BaseImage& image) {
    for (const Account& account : accounts) put_account(account, image);
  };
}

BaseFact set_groups(const TomlValue& value) {
  auto groups = parsed(value, parse_group, "NAME:GID");
  return [groups = std::move(groups)](BaseImage& image) {
    for (const Group& group : groups) put_group(group, image);
  };
}

BaseFact set_ports(const TomlValue& value) {
  return [ports = parsed(value, parse_port, "a port such as 80 or 53/udp")](
             BaseImage& image) { image.ports = ports; };
}

BaseFact set_writes(const TomlValue& value) {
  return [writes = parsed(value, parse_written_path,
                          "an absolute path, with `volume` or `seeded` behind "
                          "it")](BaseImage& image) { image.writes = writes; };
}

// The user's word on how the image starts replaces both facts about it.
BaseFact set_any_user(const TomlValue& value) {
  const BaseFact set = set_flag<&BaseImage::runs_as_any_user>(value);
  return [set](BaseImage& image) {
    set(image);
    if (image.runs_as_any_user) image.needs_root.clear();
  };
}

BaseFact set_needs_root(const TomlValue& value) {
  return [reason = value.text()](BaseImage& image) {
    image.needs_root = reason;
    if (!reason.empty()) image.runs_as_any_user = false;
  };
}

struct ConfigKey {
  std::string_view name;
  BaseFact (*read)(const TomlValue&);
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

BaseFact read_fact(const toml::key& key, const toml::node& value,
                   const std::string& file) {
  const auto known = std::ranges::find(kKeys, key.str(), &ConfigKey::name);
  if (known == kKeys.end()) refuse_key(key, base_keys(), file);
  return known->read({key.str(), value, file});
}

}  // namespace harden::cli
