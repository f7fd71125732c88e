// `[policy]`, but for its limits.
#include <algorithm>

#include "runtime/apparmor/apparmor.h"
#include "runtime/policy/health_check.h"
#include "runtime/policy/policy_key.h"
#include "runtime/policy/selinux_values.h"
#include "runtime/policy/writable_paths.h"

namespace harden {
namespace {

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

// A file in the engines' form; "default" is the engine's own profile.
PolicySetting set_seccomp(const PolicyValue& value) {
  std::string word = value.word();
  if (word == "unconfined") {
    value.refuse(
        "the file of a profile, or default; harden never starts a container "
        "without one");
  }
  if (word == "default") word.clear();
  return [it = reasoned(std::move(word), value)](Policy& p) { p.seccomp = it; };
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

constexpr PolicyKey container_key_table[] = {
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
    {"name", set_name<&Policy::name>},
    {"network", set_network},
    {"no_new_privileges", set_flag<&Policy::no_new_privileges>},
    {"not_writable", set_not_writable},
    {"pid", set_pid},
    {"ports", set_ports},
    {"publish_address", set_publish_address},
    {"read_only", set_flag<&Policy::read_only_root>},
    {"restart", set_restart},
    {"seccomp", set_seccomp},
    {"selinux", set_selinux},
    {"sysctls", nullptr},  // a table of its own, see read_sysctls
    {"user", set_user},
    {"userns", refuse_namespace},
    {"uts", refuse_namespace},
    {"writable", set_writable},
};

}  // namespace

std::span<const PolicyKey> container_keys() { return container_key_table; }

}  // namespace harden
