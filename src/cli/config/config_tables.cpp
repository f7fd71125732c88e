#include "cli/config/config_tables.h"

#include <fmt/format.h>

#include "base/source/source_file.h"
#include "cli/options/option_set.h"
#include "runtime/policy/policy_keys.h"

namespace harden::cli {
namespace {

constexpr auto cgroup_drivers =
    word_table<bool>({{"systemd", true}, {"cgroupfs", false}});

using Daemon = DaemonSettings;
constexpr TomlKey<Daemon> keys_of_daemon[] = {
    {"cgroup_driver", take_word<&Daemon::systemd_cgroups, cgroup_drivers>},
    {"cgroup_parent", take_text<&Daemon::cgroup_parent>},
    {"selinux", take_flag<&Daemon::selinux>},
    {"swarm", take_flag<&Daemon::swarm>},
    {"userns_remap", take_flag<&Daemon::userns_remap>},
};

std::string path_in_image(const TomlValue& value) {
  std::string text = value.text();
  if (!text.starts_with('/') || text.size() < 2) {
    value.refuse("an absolute path in the image");
  }
  return text;
}

void set_artifact(const TomlValue& value, Options& options) {
  options.artifact = path_in_image(value);
}

void add_kept(const TomlValue& value, Options& options) {
  for (const TomlValue& it : value.items("a list of paths")) {
    options.keep.push_back(path_in_image(it));
  }
}

constexpr TomlKey<Options> keys_of_rootfs[] = {
    {"artifact", set_artifact},
    {"drop_healthcheck", take_flag<&Options::drop_healthcheck>},
    {"keep", add_kept},
    {"keep_shell", take_flag<&Options::keep_shell>},
    {"mode", take_word<&Options::rootfs, rootfs_modes>},
};

void set_builder(const TomlValue& value, Options& options) {
  options.evaluate.builder = value.one_of(builders);
}

constexpr TomlKey<Options> keys_of_build[] = {
    {"builder", set_builder},
};

toml::table parse_option(const std::string& key, const std::string& value) {
  try {
    return toml::parse(key + " = " + value);
  } catch (const toml::parse_error&) {
  }
  toml::table table;
  try {
    table = toml::parse(key + " = ''");
  } catch (const toml::parse_error&) {
    throw UsageError(fmt::format(
        "`--set` takes KEY=VALUE with a key of [policy], not `{}`", key));
  }
  toml::table* last = &table;
  while (last->begin()->second.is_table()) {
    last = last->begin()->second.as_table();
  }
  *last->begin()->second.as_string() = value;
  return table;
}

}  // namespace

std::vector<std::string_view> daemon_keys() {
  return key_names(keys_of_daemon);
}
std::vector<std::string_view> build_keys() { return key_names(keys_of_build); }
std::vector<std::string_view> rootfs_keys() {
  return key_names(keys_of_rootfs);
}

DaemonSettings read_daemon_settings(const ConfigFile& file) {
  DaemonSettings daemon;
  file.read("daemon", keys_of_daemon, daemon);
  const std::string& parent = daemon.cgroup_parent;
  if (daemon.systemd_cgroups && !parent.empty() &&
      !parent.ends_with(".slice")) {
    constexpr std::string_view key = "cgroup_parent";
    TomlValue{key, *file.table("daemon")->get(key), file.name()}.fail(
        "`cgroup_parent` must end in `.slice` because the systemd driver takes "
        "slices only");
  }
  return daemon;
}

void read_build_settings(const ConfigFile& file, Options& options) {
  file.read("build", keys_of_build, options);
}

void read_rootfs_settings(const ConfigFile& file, Options& options) {
  file.read("rootfs", keys_of_rootfs, options);
}

void read_policy_settings(const ConfigFile& file, PolicyWishes& wishes) {
  if (const toml::table* table = file.table("policy")) {
    read_policy_table(*table, file.name(), Reason::Source::config, wishes);
  }
}

toml::table parse_policy_option(const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError(fmt::format("`--set` takes KEY=VALUE, not `{}`", given));
  }
  return parse_option(given.substr(0, equals), given.substr(equals + 1));
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
