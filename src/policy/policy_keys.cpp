#include "policy/policy_keys.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "harden/apparmor.h"
#include "harden/bad_input.h"
#include "knowledge/config_keys.h"
#include "policy/health_check.h"
#include "policy/policy_values.h"
#include "policy/selinux_values.h"
#include "policy/writable_paths.h"

namespace harden {
namespace {

using Read = PolicySetting (*)(const PolicyValue&);

template <typename T>
Reasoned<T> reasoned(T value, const PolicyValue& from) {
  return {std::move(value), {from.reason}};
}

// Any reasoned value of the policy, or of a part of it.
template <auto Member>
PolicySetting set_flag(const PolicyValue& value) {
  return [it = reasoned(value.flag(), value)](Policy& p) { p.*Member = it; };
}
template <auto Member>
PolicySetting set_name(const PolicyValue& value) {
  return [it = reasoned(value.name(), value)](Policy& p) { p.*Member = it; };
}
template <auto Member>
PolicySetting set_word(const PolicyValue& value) {
  return [it = reasoned(value.word(), value)](Policy& p) { p.*Member = it; };
}
template <auto Member>
PolicySetting set_size(const PolicyValue& value) {
  return [it = reasoned(value.size(), value)](Policy& p) {
    p.limits.*Member = it;
  };
}
template <auto Member, std::uint32_t Least, std::uint32_t Most>
PolicySetting set_number(const PolicyValue& value) {
  return [it = reasoned(value.number(Least, Most), value)](Policy& p) {
    p.limits.*Member = it;
  };
}
template <auto Member>
PolicySetting set_limit_word(const PolicyValue& value) {
  return [it = reasoned(value.word(), value)](Policy& p) {
    p.limits.*Member = it;
  };
}

// What is asked for counts as shown.
PolicySetting set_user(const PolicyValue& value) {
  return [it = reasoned(policy_user(value), value)](Policy& p) {
    p.user = it;
    p.start = {StartsAs::user, it.reasons};
    p.capabilities.clear();
    p.unsafe_because.clear();
    for (WritablePath& path : p.writable) {
      path.uid = it.value.uid;
      path.gid = it.value.gid;
    }
  };
}

PolicySetting set_groups(const PolicyValue& value) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) value.refuse("a list of numbers");
  std::vector<std::uint32_t> groups;
  for (const toml::node& it : *list) {
    groups.push_back(value.item(it).number(1, 2147483647));
  }
  return [groups](Policy& p) { p.user.value.groups = groups; };
}

template <typename Parse>
auto each(const PolicyValue& value, Parse parse) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) value.refuse("a list");
  if (list->size() > 256) value.refuse("a list of at most 256");
  std::vector<decltype(parse(value))> result;
  for (const toml::node& it : *list) result.push_back(parse(value.item(it)));
  return result;
}

PolicySetting set_ports(const PolicyValue& value) {
  return [ports = each(value, policy_port)](Policy& p) { p.ports = ports; };
}

PolicySetting set_publish_address(const PolicyValue& value) {
  return [address = value.word(), reason = value.reason](Policy& p) {
    for (PortNeed& it : p.ports) {
      it.host_address = address;
      it.reasons.push_back(reason);
    }
  };
}

PolicySetting set_capabilities(const PolicyValue& value) {
  std::vector<CapabilityNeed> all;
  for (std::string& it : each(value, policy_capability)) {
    all.push_back({std::move(it), {value.reason}});
  }
  return [all](Policy& p) { p.capabilities = all; };
}

void put(WritablePath path, Policy& policy) {
  path.uid = policy.user.value.uid;
  path.gid = policy.user.value.gid;
  if (path.kind == WritablePath::Kind::volume && path.volume.empty()) {
    path.volume = volume_name(policy.name.value, path.path);
  }
  std::erase_if(policy.writable,
                [&](const WritablePath& it) { return it.path == path.path; });
  policy.writable.push_back(std::move(path));
  std::sort(policy.writable.begin(), policy.writable.end(),
            [](const WritablePath& left, const WritablePath& right) {
              return left.path < right.path;
            });
}

PolicySetting set_writable(const PolicyValue& value) {
  return [paths = each(value, policy_writable)](Policy& p) {
    for (const WritablePath& it : paths) put(it, p);
  };
}

PolicySetting set_not_writable(const PolicyValue& value) {
  const auto paths =
      each(value, [](const PolicyValue& it) { return it.path(); });
  return [paths](Policy& p) {
    std::erase_if(p.writable, [&](const WritablePath& it) {
      return std::find(paths.begin(), paths.end(), it.path) != paths.end();
    });
  };
}

std::vector<Reasoned<std::string>> words(const PolicyValue& value) {
  std::vector<Reasoned<std::string>> result;
  for (std::string& it :
       each(value, [](const PolicyValue& item) { return item.text(); })) {
    result.push_back({std::move(it), {value.reason}});
  }
  return result;
}

template <auto Member>
PolicySetting set_words(const PolicyValue& value) {
  return [list = words(value)](Policy& p) { p.*Member = list; };
}

PolicySetting set_devices(const PolicyValue& value) {
  std::vector<DeviceNeed> devices;
  for (const Reasoned<std::string>& it : words(value)) {
    if (!it.value.starts_with("/dev/")) {
      value.refuse("a list of devices such as \"/dev/fuse\"");
    }
    devices.push_back({it.value, it.reasons});
  }
  return [devices](Policy& p) { p.devices = devices; };
}

[[noreturn]] void refuse_host(const PolicyValue& value) {
  value.refuse(
      "the container's own; harden never shares a namespace of the host");
}

// "private", "none", "container:NAME", … among the allowed.
std::string space(const PolicyValue& value,
                  std::initializer_list<std::string_view> allowed) {
  std::string word = value.word();
  if (word == "host") refuse_host(value);
  if (word.starts_with("container:") && word.size() > 10) return word;
  if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) {
    return word;
  }
  std::string list;
  for (const std::string_view it : allowed) list += std::string(it) + ", ";
  value.refuse(list + "or container:NAME");
}

PolicySetting set_ipc(const PolicyValue& value) {
  return [it = reasoned(space(value, {"private", "shareable", "none"}), value)](
             Policy& p) { p.namespaces.ipc = it; };
}

PolicySetting set_pid(const PolicyValue& value) {
  return [it = reasoned(space(value, {}), value)](Policy& p) {
    p.namespaces.pid = it;
  };
}

// "container" and "strict" are harden's own profile, whose name follows from
// the service's.
PolicySetting set_apparmor(const PolicyValue& value) {
  return [it = reasoned(value.word(), value)](Policy& p) {
    p.apparmor = it;
    const bool strict = it.value == "strict";
    if (!strict && it.value != "container") return;
    p.apparmor.value = apparmor_profile_name(p);
    p.apparmor_strength =
        strict ? AppArmorStrength::strict : AppArmorStrength::container;
  };
}

PolicySetting set_selinux(const PolicyValue& value) {
  std::vector<Reasoned<std::string>> options;
  for (SelinuxOption& it : each(value, policy_selinux)) {
    Reasoned<std::string> option{std::move(it.text), {value.reason}};
    if (!it.note.empty()) option.reasons.front().text += ": " + it.note;
    options.push_back(std::move(option));
  }
  return [options](Policy& p) { p.selinux = options; };
}

// Ports belong to the network's owner, or to nobody.
bool word_takes_no_ports(const std::string& network) {
  return network == "none" || network.starts_with("container:");
}

PolicySetting set_network(const PolicyValue& value) {
  const std::string word = value.word();
  if (word == "host") refuse_host(value);
  if (!word.starts_with("container:")) value.name();
  return [it = reasoned(word, value)](Policy& p) {
    p.namespaces.network = it;
    if (word_takes_no_ports(it.value)) p.ports.clear();
  };
}

PolicySetting refuse_namespace(const PolicyValue& value) { refuse_host(value); }

PolicySetting set_cpus(const PolicyValue& value) {
  const auto thousandths =
      static_cast<std::uint32_t>(std::lround(value.real(0.01, 1024) * 1000));
  return [it = reasoned(thousandths, value)](Policy& p) { p.limits.cpus = it; };
}

PolicySetting set_memory(const PolicyValue& value) {
  return [it = reasoned(value.size(), value)](Policy& p) {
    p.limits.memory = it;
    p.limits.memory_swap.value = it.value;
    Limits& limits = p.limits;
    if (limits.memory_reservation.value > it.value) {
      limits.memory_reservation.value = it.value;
    }
  };
}

PolicySetting set_ulimits(const PolicyValue& value) {
  std::vector<Reasoned<Ulimit>> all;
  for (Ulimit& it : each(value, policy_ulimit)) {
    all.push_back({std::move(it), {value.reason}});
  }
  return [all](Policy& p) {
    for (const Reasoned<Ulimit>& it : all) {
      std::erase_if(p.limits.ulimits, [&](const Reasoned<Ulimit>& other) {
        return other.value.name == it.value.name;
      });
      p.limits.ulimits.push_back(it);
    }
  };
}

template <DeviceRate::What What>
PolicySetting set_rates(const PolicyValue& value) {
  std::vector<Reasoned<DeviceRate>> all;
  for (DeviceRate& it : each(value, [](const PolicyValue& item) {
         return policy_rate(item, What);
       })) {
    all.push_back({std::move(it), {value.reason}});
  }
  return [all](Policy& p) {
    p.limits.device_rates.insert(p.limits.device_rates.end(), all.begin(),
                                 all.end());
  };
}

PolicySetting set_restart(const PolicyValue& value) {
  const std::string word = value.word();
  const bool fine = word == "no" || word == "always" ||
                    word == "unless-stopped" || word == "on-failure" ||
                    (word.starts_with("on-failure:") && word.size() > 11 &&
                     word.find_first_not_of("0123456789", 11) == word.npos);
  if (!fine) value.refuse("no, on-failure[:N], unless-stopped or always");
  return [it = reasoned(word, value)](Policy& p) { p.restart = it; };
}

template <auto Member>
PolicySetting set_duration(const PolicyValue& value) {
  const auto seconds = parse_duration(value.text());
  if (!seconds) value.refuse("a duration such as \"30s\"");
  return [it = *seconds, reason = value.reason](Policy& p) {
    p.health.value.*Member = it;
    p.health.reasons.push_back(reason);
  };
}

PolicySetting set_retries(const PolicyValue& value) {
  return [it = value.number(1, 1000), reason = value.reason](Policy& p) {
    p.health.value.retries = it;
    p.health.reasons.push_back(reason);
  };
}

PolicySetting set_health_test(const PolicyValue& value) {
  return [it = value.texts(), reason = value.reason](Policy& p) {
    p.health.value.test = it;
    p.health.value.none = it.empty();
    p.health.reasons.push_back(reason);
  };
}

using L = Limits;
using Rate = DeviceRate::What;
struct Key {
  std::string_view name;
  Read read;
};
constexpr Key keys[] = {
    {"apparmor", set_apparmor},
    {"capabilities", set_capabilities},
    {"container_name", set_name<&Policy::container_name>},
    {"device_cgroup_rules", set_words<&Policy::device_cgroup_rules>},
    {"devices", set_devices},
    {"groups", set_groups},
    {"health.interval", set_duration<&Health::interval>},
    {"health.retries", set_retries},
    {"health.start_period", set_duration<&Health::start_period>},
    {"health.test", set_health_test},
    {"health.timeout", set_duration<&Health::timeout>},
    {"image", set_word<&Policy::image>},
    {"init", set_flag<&Policy::init>},
    {"ipc", set_ipc},
    {"limits.blkio_weight", set_number<&L::blkio_weight, 10, 1000>},
    {"limits.cgroup_parent", set_limit_word<&L::cgroup_parent>},
    {"limits.cpu_shares", set_number<&L::cpu_shares, 2, 262144>},
    {"limits.cpus", set_cpus},
    {"limits.cpuset_cpus", set_limit_word<&L::cpuset_cpus>},
    {"limits.cpuset_mems", set_limit_word<&L::cpuset_mems>},
    {"limits.device_read_bps", set_rates<Rate::read_bps>},
    {"limits.device_read_iops", set_rates<Rate::read_iops>},
    {"limits.device_write_bps", set_rates<Rate::write_bps>},
    {"limits.device_write_iops", set_rates<Rate::write_iops>},
    {"limits.memory", set_memory},
    {"limits.memory_reservation", set_size<&L::memory_reservation>},
    {"limits.memory_swap", set_size<&L::memory_swap>},
    {"limits.pids", set_number<&L::pids, 1, 4194304>},
    {"limits.shm_size", set_size<&L::shm_size>},
    {"limits.ulimits", set_ulimits},
    {"name", set_name<&Policy::name>},
    {"network", set_network},
    {"no_new_privileges", set_flag<&Policy::no_new_privileges>},
    {"not_writable", set_not_writable},
    {"pid", set_pid},
    {"ports", set_ports},
    {"publish_address", set_publish_address},
    {"read_only", set_flag<&Policy::read_only_root>},
    {"restart", set_restart},
    {"seccomp", set_word<&Policy::seccomp>},
    {"selinux", set_selinux},
    {"sysctls", nullptr},  // a table of its own, see read_sysctls
    {"user", set_user},
    {"userns", refuse_namespace},
    {"uts", refuse_namespace},
    {"writable", set_writable},
};

// Those that others build upon come first, whatever the order of the file:
// names of volumes need the service's, owners of paths the user.
int turn_of(std::string_view key) {
  static constexpr std::string_view order[] = {
      "name", "user", "ports", "publish_address", "limits.memory"};
  const auto* found = std::find(std::begin(order), std::end(order), key);
  return static_cast<int>(found - std::begin(order));
}

class Reader {
 public:
  Reader(const std::string& file, Reason::Source source)
      : file_(file), source_(source) {}

  void read(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      if (name == "sysctls") {
        read_sysctls(value(name, node));
      } else if (const toml::table* inner = node.as_table();
                 inner != nullptr && is_table(name)) {
        read(*inner, name + ".");
      } else {
        read_key(key, name, node);
      }
    }
  }

  std::vector<PolicySetting> result() {
    std::stable_sort(settings_.begin(), settings_.end(),
                     [](const auto& left, const auto& right) {
                       return left.first < right.first;
                     });
    std::vector<PolicySetting> all;
    for (auto& it : settings_) all.push_back(std::move(it.second));
    return all;
  }

 private:
  static bool is_table(const std::string& name) {
    return name == "limits" || name == "health";
  }

  PolicyValue value(const std::string& name, const toml::node& node) const {
    const auto line = node.source().begin.line;
    const bool option = source_ == Reason::Source::option;
    return {name,
            node,
            file_,
            {source_, option ? "`--set " + name + "`" : "`" + name + "`",
             option ? "" : file_ + ":" + std::to_string(line)}};
  }

  void read_key(const toml::key& key, const std::string& name,
                const toml::node& node) {
    const auto* known =
        std::find_if(std::begin(keys), std::end(keys),
                     [&](const Key& it) { return it.name == name; });
    if (known == std::end(keys)) refuse(key, name);
    settings_.emplace_back(turn_of(name), known->read(value(name, node)));
  }

  [[noreturn]] void refuse(const toml::key& key,
                           const std::string& name) const {
    std::vector<std::string_view> names;
    for (const Key& it : keys) names.push_back(it.name);
    const toml::key dotted(name, key.source());
    knowledge::refuse_key(dotted, names, file_);
  }

  void read_sysctls(const PolicyValue& all) {
    const toml::table* table = all.node.as_table();
    if (table == nullptr) all.refuse("a table of strings");
    for (const auto& [key, node] : *table) {
      const PolicyValue it = value("sysctls", node);
      std::pair<std::string, std::string> pair(key.str(), it.word());
      settings_.emplace_back(turn_of("sysctls"),
                             [set = reasoned(std::move(pair), it)](Policy& p) {
                               p.sysctls.push_back(set);
                             });
    }
  }

  const std::string& file_;
  Reason::Source source_;
  std::vector<std::pair<int, PolicySetting>> settings_;
};

}  // namespace

std::vector<PolicySetting> read_policy_table(const toml::table& table,
                                             const std::string& file,
                                             Reason::Source source) {
  Reader reader(file, source);
  reader.read(table, "");
  return reader.result();
}

}  // namespace harden
