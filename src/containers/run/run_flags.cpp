#include "containers/run/run_flags.h"

#include <algorithm>

#include "containers/compose/short_forms.h"

namespace harden::containers {
namespace {

using S = ContainerSettings;

// Whether the shell tells the value; else it is remembered as unknown.
bool is_told(std::string_view name, const Argument& value,
             SettingReader& reader) {
  if (value.unknown_because.empty()) return true;
  reader.unknown(name, value.unknown_because, value.span);
  return false;
}

// Which setting a member is, for what is said of unknown ones.
template <auto Member>
constexpr std::string_view name_of() {
  if constexpr (Member == &S::user) return "user";
  if constexpr (Member == &S::pid) return "pid";
  if constexpr (Member == &S::ipc) return "ipc";
  if constexpr (Member == &S::network) return "network";
  if constexpr (Member == &S::uts) return "uts";
  if constexpr (Member == &S::userns) return "userns";
  if constexpr (Member == &S::cgroupns) return "cgroupns";
  if constexpr (Member == &S::memory) return "memory";
  if constexpr (Member == &S::cpus) return "cpus";
  if constexpr (Member == &S::pids_limit) return "pids-limit";
  return "restart";
}

template <auto Member>
void text(const Argument& value, SettingReader& reader) {
  if (!is_told(name_of<Member>(), value, reader)) return;
  reader.out().*Member = PlacedText{value.text, value.span};
}

void flag(std::string_view name, std::optional<Placed<bool>>& member,
          const Argument& value, SettingReader& reader) {
  if (!is_told(name, value, reader)) return;
  const auto told = value.text.empty() ? true : parse_flag(value.text);
  if (told) {
    member = Placed<bool>{*told, value.span};
  } else {
    reader.expected("--" + std::string(name), "`true` or `false`", value.span);
  }
}

void privileged(const Argument& value, SettingReader& reader) {
  flag("privileged", reader.out().privileged, value, reader);
}
void read_only(const Argument& value, SettingReader& reader) {
  flag("read-only", reader.out().read_only, value, reader);
}
void init(const Argument& value, SettingReader& reader) {
  flag("init", reader.out().init, value, reader);
}

// Podman takes several with commas between them.
template <auto Member>
void capabilities(const Argument& value, SettingReader& reader) {
  if (!is_told("cap-add", value, reader)) return;
  std::string_view rest = value.text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    (reader.out().*Member)
        .push_back({capability_name(rest.substr(0, end)), value.span});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void security(const Argument& value, SettingReader& reader) {
  if (!is_told("security-opt", value, reader)) return;
  add_security_option({value.text, value.span}, reader.out());
}

void volume(const Argument& value, SettingReader& reader) {
  reader.out().mounts.push_back(parse_volume(value.text, value.span));
}
void mount(const Argument& value, SettingReader& reader) {
  reader.out().mounts.push_back(parse_mount(value.text, value.span));
}
void tmpfs(const Argument& value, SettingReader& reader) {
  reader.out().mounts.push_back(parse_tmpfs(value.text, value.span));
}

void device(const Argument& value, SettingReader& reader) {
  if (!is_told("device", value, reader)) return;
  reader.out().devices.push_back({value.text, value.span});
}

void publish(const Argument& value, SettingReader& reader) {
  reader.out().ports.push_back(parse_port(value.text, value.span));
}
void publish_all(const Argument& value, SettingReader& reader) {
  if (value.text == "false") return;
  PublishedPort port;
  port.container_port = "*";
  port.span = value.span;
  reader.out().ports.push_back(std::move(port));
}

void health(const Argument&, SettingReader& reader) {
  reader.out().has_health_check = true;
}
void no_health(const Argument& value, SettingReader& reader) {
  reader.out().health_check_off = value.span;
}
void entrypoint(const Argument&, SettingReader& reader) {
  reader.out().overrides_entrypoint = true;
}
void name(const Argument& value, SettingReader& reader) {
  reader.out().name = value.text;
}

void sysctl(const Argument& value, SettingReader& reader) {
  const auto equals = std::min(value.text.find('='), value.text.size());
  const auto behind = std::min(equals + 1, value.text.size());
  reader.out().sysctls.push_back(
      {{value.text.substr(0, equals), value.text.substr(behind)}, value.span});
}

struct FlagReader {
  std::string_view name;
  void (*read)(const Argument&, SettingReader&);
};

// Those that say something about isolation.
constexpr FlagReader readers[] = {
    {"cap-add", capabilities<&S::cap_add>},
    {"cap-drop", capabilities<&S::cap_drop>},
    {"cgroupns", text<&S::cgroupns>},
    {"cpu-count", text<&S::cpus>},
    {"cpu-percent", text<&S::cpus>},
    {"cpu-quota", text<&S::cpus>},
    {"cpu-shares", text<&S::cpus>},
    {"cpus", text<&S::cpus>},
    {"cpuset-cpus", text<&S::cpus>},
    {"device", device},
    {"entrypoint", entrypoint},
    {"health-cmd", health},
    {"init", init},
    {"ipc", text<&S::ipc>},
    {"memory", text<&S::memory>},
    {"mount", mount},
    {"name", name},
    {"net", text<&S::network>},
    {"network", text<&S::network>},
    {"no-healthcheck", no_health},
    {"pid", text<&S::pid>},
    {"pids-limit", text<&S::pids_limit>},
    {"privileged", privileged},
    {"publish", publish},
    {"publish-all", publish_all},
    {"read-only", read_only},
    {"restart", text<&S::restart>},
    {"security-opt", security},
    {"sysctl", sysctl},
    {"tmpfs", tmpfs},
    {"user", text<&S::user>},
    {"userns", text<&S::userns>},
    {"uts", text<&S::uts>},
    {"volume", volume},
};

}  // namespace

const lists::RunFlag* find_flag(std::string_view name) {
  const auto found =
      std::ranges::find(lists::run_flags, name, &lists::RunFlag::name);
  return found == lists::run_flags.end() ? nullptr : &*found;
}

const lists::RunFlag* find_flag(char letter) {
  const auto found = std::ranges::find(
      lists::run_flags, std::string_view(&letter, 1), &lists::RunFlag::letter);
  return found == lists::run_flags.end() ? nullptr : &*found;
}

void read_flag(const lists::RunFlag& flag, const Argument& value,
               SettingReader& reader) {
  for (const FlagReader& it : readers) {
    if (it.name == flag.name) it.read(value, reader);
  }
}

const std::vector<std::string_view>& flag_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const auto& it : lists::run_flags) result.push_back(it.name);
    return result;
  }();
  return names;
}

}  // namespace harden::containers
