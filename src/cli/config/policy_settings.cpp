#include "cli/config/policy_settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <utility>

#include "base/source/source_file.h"
#include "cli/options/policy_option.h"
#include "cli/options/usage_error.h"
#include "knowledge/config.h"
#include "knowledge/config_keys.h"
#include "runtime/policy/policy_keys.h"

namespace harden::cli {
namespace {

// Null when the file has no such table.
const toml::table* table_in(const toml::table& root, std::string_view name,
                            const std::string& file) {
  const toml::node* node = root.get(name);
  if (node == nullptr) return nullptr;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    knowledge::fail(*node, file, fmt::format("`{}` must be a table", name));
  }
  return table;
}

constexpr std::array<std::string_view, 5> daemon_names = {
    "cgroup_driver", "cgroup_parent", "selinux", "swarm", "userns_remap"};

class DaemonReader {
 public:
  explicit DaemonReader(const std::string& file) : file_(file) {}

  void read(const toml::key& key, const toml::node& node) {
    if (key.str() == "cgroup_driver") {
      read_driver(node);
    } else if (key.str() == "cgroup_parent") {
      result_.cgroup_parent = knowledge::read_text(key.str(), node, file_);
      parent_ = &node;
    } else if (key.str() == "selinux") {
      result_.selinux = flag(key, node);
    } else if (key.str() == "swarm") {
      result_.swarm = flag(key, node);
    } else if (key.str() == "userns_remap") {
      result_.userns_remap = flag(key, node);
    } else {
      knowledge::refuse_key(key, daemon_names, file_);
    }
  }

  DaemonSettings result() const {
    const std::string& parent = result_.cgroup_parent;
    if (result_.systemd_cgroups && !parent.empty() &&
        !parent.ends_with(".slice")) {
      knowledge::fail(*parent_, file_,
                      "`cgroup_parent` must end in `.slice`, for the systemd "
                      "driver takes slices only");
    }
    return result_;
  }

 private:
  void read_driver(const toml::node& node) {
    const std::string word = knowledge::read_text("cgroup_driver", node, file_);
    if (word != "systemd" && word != "cgroupfs") {
      knowledge::fail(node, file_,
                      "`cgroup_driver` must be systemd or cgroupfs");
    }
    result_.systemd_cgroups = word == "systemd";
  }

  bool flag(const toml::key& key, const toml::node& node) const {
    const auto value = node.value_exact<bool>();
    if (!value) {
      knowledge::fail(node, file_,
                      fmt::format("`{}` must be true or false", key.str()));
    }
    return *value;
  }

  const std::string& file_;
  const toml::node* parent_ = nullptr;
  DaemonSettings result_;
};

}  // namespace

void read_policy_settings(std::string_view text, const std::string& file,
                          PolicyWishes& wishes) {
  const toml::table root = knowledge::parse_config(text, file);
  const toml::table* table = table_in(root, "policy", file);
  if (table == nullptr) return;
  read_policy_table(*table, file, Reason::Source::config, wishes);
}

std::span<const std::string_view> daemon_keys() { return daemon_names; }

DaemonSettings read_daemon_settings(std::string_view text,
                                    const std::string& file) {
  const toml::table root = knowledge::parse_config(text, file);
  const toml::table* table = table_in(root, "daemon", file);
  DaemonReader reader(file);
  if (table != nullptr) {
    for (const auto& [key, node] : *table) reader.read(key, node);
  }
  return reader.result();
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
