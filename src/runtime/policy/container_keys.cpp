// `[policy]`, but for its limits.
#include <algorithm>

#include "base/text/duration.h"
#include "base/text/word_lists.h"
#include "runtime/policy/policy_key.h"
#include "runtime/policy/selinux_values.h"

namespace harden {
namespace {

template <auto Member>
void read_flag(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.*Member = reasoned(value.flag(), value);
}
template <auto Member>
void read_name(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.*Member = reasoned(value.name(), value);
}
template <auto Member>
void read_word(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.*Member = reasoned(value.word(), value);
}
template <auto Member>
void read_texts(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.*Member =
      each_reasoned(value, [](const PolicyValue& item) { return item.text(); });
}

void read_user(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.user = reasoned(policy_user(value), value);
}

void read_groups(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.groups.emplace();
  for (const TomlValue& it : value.toml().items("a list of numbers")) {
    wishes.groups->push_back(value.item(it.node).number(1, 2147483647));
  }
}

void read_ports(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.ports = each(value, policy_port);
}

void read_capabilities(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.capabilities.emplace();
  for (std::string& it : each(value, policy_capability)) {
    wishes.capabilities->push_back({std::move(it), {value.reason}});
  }
}

void read_writable(const PolicyValue& value, PolicyWishes& wishes) {
  for (WritablePath& it : each(value, policy_writable)) {
    const std::string path = it.path;
    wishes.writable.insert_or_assign(path, std::move(it));
  }
}

void read_not_writable(const PolicyValue& value, PolicyWishes& wishes) {
  for (const std::string& it :
       each(value, [](const PolicyValue& item) { return item.path(); })) {
    wishes.not_writable.insert_or_assign(it, value.reason);
  }
}

// A file in the engines' form; "default" is the engine's own profile.
void read_seccomp(const PolicyValue& value, PolicyWishes& wishes) {
  std::string word = value.word();
  if (word == "unconfined") {
    value.refuse(
        "the file of a profile, or default; harden never starts a container "
        "without one");
  }
  if (word == "default") word.clear();
  wishes.seccomp = reasoned(std::move(word), value);
}

void read_devices(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.devices.emplace();
  for (std::string& it :
       each(value, [](const PolicyValue& item) { return item.text(); })) {
    if (!it.starts_with("/dev/")) {
      value.refuse("a list of devices such as \"/dev/fuse\"");
    }
    wishes.devices->push_back({std::move(it), {value.reason}});
  }
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
  if (is_one_of(word, allowed)) {
    return word;
  }
  std::string list;
  for (const std::string_view it : allowed) list += std::string(it) + ", ";
  value.refuse(list + "or container:NAME");
}

void read_ipc(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.ipc = reasoned(space(value, {"private", "shareable", "none"}), value);
}

void read_pid(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.pid = reasoned(space(value, {}), value);
}

void read_selinux(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.selinux.emplace();
  for (SelinuxOption& it : each(value, policy_selinux)) {
    Reasoned<std::string> option = reasoned(std::move(it.text), value);
    if (!it.note.empty()) option.reasons.front().text += ": " + it.note;
    wishes.selinux->push_back(std::move(option));
  }
}

void read_network(const PolicyValue& value, PolicyWishes& wishes) {
  std::string word = value.word();
  if (word == "host") refuse_host(value);
  if (!word.starts_with("container:")) value.name();
  wishes.network = reasoned(std::move(word), value);
}

void refuse_namespace(const PolicyValue& value, PolicyWishes&) {
  refuse_host(value);
}

void read_restart(const PolicyValue& value, PolicyWishes& wishes) {
  const std::string word = value.word();
  const bool fine = word == "no" || word == "always" ||
                    word == "unless-stopped" || word == "on-failure" ||
                    (word.starts_with("on-failure:") && word.size() > 11 &&
                     word.find_first_not_of("0123456789", 11) == word.npos);
  if (!fine) value.refuse("no, on-failure[:N], unless-stopped or always");
  wishes.restart = reasoned(word, value);
}

template <auto Member>
void read_duration(const PolicyValue& value, PolicyWishes& wishes) {
  const auto time = parse_duration(value.text());
  if (!time) value.refuse("a duration such as \"30s\"");
  if (time->count() != 0 && *time < shortest_health_time) {
    value.refuse("at least 1ms, or 0");
  }
  wishes.health.*Member = reasoned(*time, value);
}

void read_retries(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.health.retries = reasoned(value.number(1, 1000), value);
}

void read_health_test(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.health.test = reasoned(value.texts(), value);
}

using W = PolicyWishes;
using H = HealthWishes;
constexpr PolicyKey container_key_table[] = {
    {"apparmor", read_word<&W::apparmor>},
    {"capabilities", read_capabilities},
    {"container_name", read_name<&W::container_name>},
    {"device_cgroup_rules", read_texts<&W::device_cgroup_rules>},
    {"devices", read_devices},
    {"groups", read_groups},
    {"health.interval", read_duration<&H::interval>},
    {"health.retries", read_retries},
    {"health.start_period", read_duration<&H::start_period>},
    {"health.test", read_health_test},
    {"health.timeout", read_duration<&H::timeout>},
    {"image", read_word<&W::image>},
    {"init", read_flag<&W::init>},
    {"ipc", read_ipc},
    {"name", read_name<&W::name>},
    {"network", read_network},
    {"no_new_privileges", read_flag<&W::no_new_privileges>},
    {"not_writable", read_not_writable},
    {"pid", read_pid},
    {"ports", read_ports},
    {"publish_address", read_word<&W::publish_address>},
    {"read_only", read_flag<&W::read_only_root>},
    {"restart", read_restart},
    {"seccomp", read_seccomp},
    {"selinux", read_selinux},
    {"sysctls", nullptr},  // a table of its own, see read_sysctls
    {"user", read_user},
    {"userns", refuse_namespace},
    {"uts", refuse_namespace},
    {"writable", read_writable},
};

}  // namespace

std::span<const PolicyKey> container_keys() { return container_key_table; }

}  // namespace harden
