#include "cli/config/policy_settings.h"

#include <toml++/toml.h>

#include <array>
#include <utility>

#include "base/source/bad_input.h"
#include "base/toml/toml_value.h"
#include "cli/config/config_file.h"
#include "cli/options/policy_option.h"
#include "cli/options/usage_error.h"
#include "runtime/policy/policy_keys.h"

namespace harden::cli {
namespace {

constexpr std::array<std::string_view, 5> daemon_names = {
    "cgroup_driver", "cgroup_parent", "selinux", "swarm", "userns_remap"};

constexpr auto cgroup_drivers =
    word_table<bool>({{"systemd", true}, {"cgroupfs", false}});

void read_daemon_key(const toml::key& key, const TomlValue& value,
                     DaemonSettings& daemon) {
  if (key.str() == "cgroup_driver") {
    daemon.systemd_cgroups = value.one_of(cgroup_drivers);
  } else if (key.str() == "cgroup_parent") {
    daemon.cgroup_parent = value.text();
  } else if (key.str() == "selinux") {
    daemon.selinux = value.flag();
  } else if (key.str() == "swarm") {
    daemon.swarm = value.flag();
  } else if (key.str() == "userns_remap") {
    daemon.userns_remap = value.flag();
  } else {
    refuse_key(key, daemon_names, value.file);
  }
}

void require_fitting_parent(const toml::table& table, const std::string& file,
                            const DaemonSettings& daemon) {
  const std::string& parent = daemon.cgroup_parent;
  if (!daemon.systemd_cgroups || parent.empty() || parent.ends_with(".slice")) {
    return;
  }
  TomlValue{"cgroup_parent", *table.get("cgroup_parent"), file}.fail(
      "`cgroup_parent` must end in `.slice`, for the systemd driver takes "
      "slices only");
}

}  // namespace

void read_policy_settings(std::string_view text, const std::string& file,
                          PolicyWishes& wishes) {
  const toml::table root = parse_config(text, file);
  const toml::table* table = config_table(root, "policy", file);
  if (table == nullptr) return;
  read_policy_table(*table, file, Reason::Source::config, wishes);
}

std::span<const std::string_view> daemon_keys() { return daemon_names; }

DaemonSettings read_daemon_settings(std::string_view text,
                                    const std::string& file) {
  const toml::table root = parse_config(text, file);
  const toml::table* table = config_table(root, "daemon", file);
  DaemonSettings daemon;
  if (table == nullptr) return daemon;
  for (const auto& [key, node] : *table) {
    read_daemon_key(key, {key.str(), node, file}, daemon);
  }
  require_fitting_parent(*table, file, daemon);
  return daemon;
}

void read_policy_options(const std::vector<std::string>& given,
                         PolicyWishes& wishes) {
  for (const std::string& it : given) {
    const toml::table table = parse_policy_option(it);
    try {
      read_policy_table(table, "--set", Reason::Source::option, wishes);
    } catch (const BadInput& error) {
      throw UsageError("--set: " + error.message());
    }
  }
}

}  // namespace harden::cli
