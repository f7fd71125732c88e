#include "cli/config/effective_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/config/config_tables.h"
#include "cli/config/toml_text.h"

namespace harden::cli {
namespace {

using Origin = EffectiveSetting::Origin;

constexpr std::string_view built_in = R"([check]
allow-step-down = true
allowed-registries = []
fail-level = "error"
only-root = false
require-reason = false
suppressions = "allowed"
unknown = "fail"

[daemon]
cgroup_driver = "systemd"
selinux = false
swarm = false
userns_remap = true

[rootfs]
drop_healthcheck = false
keep = []
keep_shell = false
mode = "auto"
)";

toml::table& table_in(toml::table& root, std::string_view name) {
  if (!root.contains(name)) root.insert(name, toml::table());
  return *root.get_as<toml::table>(name);
}

// What comes later counts.
void merge(toml::table& into, const toml::table& from) {
  for (const auto& [key, node] : from) {
    const toml::table* inner = node.as_table();
    if (inner == nullptr) {
      into.insert_or_assign(key.str(), node);
    } else {
      merge(table_in(into, key.str()), *inner);
    }
  }
}

std::string option_name(std::string_view table, std::string_view key) {
  if (table.starts_with("policy")) return "--set";
  if (key == "mode") return "--rootfs";
  std::string name = fmt::format("--{}", key);
  std::ranges::replace(name, '_', '-');
  return name;
}

const toml::node* node_of(const toml::table* table, std::string_view key) {
  return table == nullptr ? nullptr : table->get(key);
}

bool is_list_of_tables(const toml::node& node) {
  const toml::array* list = node.as_array();
  return list != nullptr && !list->empty() &&
         std::ranges::all_of(
             *list, [](const toml::node& it) { return it.is_table(); });
}

}  // namespace

std::string_view built_in_settings() { return built_in; }

EffectiveSettings::EffectiveSettings(const ConfigArguments& arguments,
                                     const ConfigFile& config)
    : config_(config), built_in_(toml::parse(built_in)) {
  add_options(arguments);
  walk({&built_in_, &config_.root(), &option_}, "");
}

void EffectiveSettings::add_options(const ConfigArguments& arguments) {
  toml::table& check = table_in(option_, "check");
  if (arguments.unknown) {
    check.insert("unknown", std::string(unknown_users.of(*arguments.unknown)));
  }
  if (arguments.fail_level) {
    check.insert("fail-level",
                 std::string(fail_levels.of(*arguments.fail_level)));
  }
  if (arguments.allow_step_down) {
    check.insert("allow-step-down", *arguments.allow_step_down);
  }
  if (arguments.only_root) check.insert("only-root", true);
  add_rootfs(arguments);
  for (const std::string& it : arguments.set) {
    merge(table_in(option_, "policy"), parse_policy_option(it));
  }
}

// Lists add up.
void EffectiveSettings::add_rootfs(const RootfsArguments& arguments) {
  toml::table& rootfs = table_in(option_, "rootfs");
  if (arguments.rootfs) {
    rootfs.insert("mode", std::string(rootfs_modes.of(*arguments.rootfs)));
  }
  if (!arguments.artifact.empty()) {
    rootfs.insert("artifact", arguments.artifact);
  }
  if (arguments.keep_shell) rootfs.insert("keep_shell", true);
  if (arguments.drop_healthcheck) rootfs.insert("drop_healthcheck", true);
  if (arguments.keep.empty()) return;
  const toml::array* before = config_.root()["rootfs"]["keep"].as_array();
  toml::array keep = before == nullptr ? toml::array() : *before;
  for (const std::string& it : arguments.keep) keep.push_back(it);
  rootfs.insert("keep", std::move(keep));
}

EffectiveSettings::Layers EffectiveSettings::below(const Layers& layers,
                                                   std::string_view key) {
  Layers result = {};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const toml::node* node = node_of(layers[i], key);
    if (node != nullptr) result[i] = node->as_table();
  }
  return result;
}

std::set<std::string> EffectiveSettings::keys_of(const Layers& layers) {
  std::set<std::string> names;
  for (const toml::table* it : layers) {
    if (it == nullptr) continue;
    for (const auto& [key, node] : *it) names.emplace(key.str());
  }
  return names;
}

void EffectiveSettings::walk(const Layers& layers, const std::string& table) {
  std::vector<std::string> tables;
  for (const std::string& key : keys_of(layers)) {
    if (below(layers, key) == Layers()) {
      add(layers, table, key);
    } else {
      tables.push_back(key);
    }
  }
  for (const std::string& key : tables) {
    walk(below(layers, key),
         table.empty() ? toml_key(key) : table + "." + toml_key(key));
  }
}

// The last layer that says it counts.
void EffectiveSettings::add(const Layers& layers, const std::string& table,
                            const std::string& key) {
  EffectiveSetting setting{table, key};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const toml::node* node = node_of(layers[i], key);
    if (node == nullptr) continue;
    setting.value = node;
    setting.origin = static_cast<Origin>(i);
  }
  const bool has_entries = table == "check" && key == "ignore";
  if (has_entries && is_list_of_tables(*setting.value)) {
    return add_entries(setting);
  }
  set_place(setting);
  list_.push_back(std::move(setting));
}

void EffectiveSettings::add_entries(const EffectiveSetting& list) {
  std::size_t number = 0;
  for (const toml::node& it : *list.value->as_array()) {
    EffectiveSetting entry = list;
    entry.value = &it;
    entry.entry = number++;
    set_place(entry);
    list_.push_back(std::move(entry));
  }
}

void EffectiveSettings::set_place(EffectiveSetting& setting) const {
  if (setting.origin == Origin::option) {
    setting.place = option_name(setting.table, setting.key);
  } else if (setting.origin == Origin::file) {
    setting.place =
        TomlValue{setting.key, *setting.value, config_.name()}.place();
  }
}

}  // namespace harden::cli
