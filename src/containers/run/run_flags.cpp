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

constexpr RunFlag flags[] = {
    {"add-host"},
    {"annotation"},
    {"arch"},
    {"attach", 'a'},
    {"authfile"},
    {"blkio-weight"},
    {"blkio-weight-device"},
    {"cap-add", '\0', true, capabilities<&S::cap_add>},
    {"cap-drop", '\0', true, capabilities<&S::cap_drop>},
    {"cert-dir"},
    {"cgroup-conf"},
    {"cgroup-parent"},
    {"cgroupns", '\0', true, text<&S::cgroupns>},
    {"cgroups"},
    {"chrootdirs"},
    {"cidfile"},
    {"conmon-pidfile"},
    {"cpu-count", '\0', true, text<&S::cpus>},
    {"cpu-percent", '\0', true, text<&S::cpus>},
    {"cpu-period"},
    {"cpu-quota", '\0', true, text<&S::cpus>},
    {"cpu-rt-period"},
    {"cpu-rt-runtime"},
    {"cpu-shares", 'c', true, text<&S::cpus>},
    {"cpus", '\0', true, text<&S::cpus>},
    {"cpuset-cpus", '\0', true, text<&S::cpus>},
    {"cpuset-mems"},
    {"creds"},
    {"decryption-key"},
    {"detach", 'd', false},
    {"detach-keys"},
    {"device", '\0', true, device},
    {"device-cgroup-rule"},
    {"device-read-bps"},
    {"device-read-iops"},
    {"device-write-bps"},
    {"device-write-iops"},
    {"disable-content-trust", '\0', false},
    {"dns"},
    {"dns-option"},
    {"dns-opt"},
    {"dns-search"},
    {"domainname"},
    {"entrypoint", '\0', true, entrypoint},
    {"env", 'e'},
    {"env-file"},
    {"env-host", '\0', false},
    {"env-merge"},
    {"expose"},
    {"gidmap"},
    {"gpus"},
    {"group-add"},
    {"group-entry"},
    {"health-cmd", '\0', true, health},
    {"health-interval"},
    {"health-log-destination"},
    {"health-max-log-count"},
    {"health-max-log-size"},
    {"health-on-failure"},
    {"health-retries"},
    {"health-start-interval"},
    {"health-start-period"},
    {"health-startup-cmd"},
    {"health-startup-interval"},
    {"health-startup-retries"},
    {"health-startup-success"},
    {"health-startup-timeout"},
    {"health-timeout"},
    {"hostname", 'h'},
    {"hosts-file"},
    {"hostuser"},
    {"http-proxy", '\0', false},
    {"image-volume"},
    {"init", '\0', false, init},
    {"init-path"},
    {"interactive", 'i', false},
    {"ip"},
    {"ip6"},
    {"ipc", '\0', true, text<&S::ipc>},
    {"isolation"},
    {"kernel-memory"},
    {"label", 'l'},
    {"label-file"},
    {"link"},
    {"link-local-ip"},
    {"log-driver"},
    {"log-opt"},
    {"mac-address"},
    {"memory", 'm', true, text<&S::memory>},
    {"memory-reservation"},
    {"memory-swap"},
    {"memory-swappiness"},
    {"mount", '\0', true, mount},
    {"name", '\0', true, name},
    {"net", '\0', true, text<&S::network>},
    {"net-alias"},
    {"network", '\0', true, text<&S::network>},
    {"network-alias"},
    {"no-healthcheck", '\0', false, no_health},
    {"no-hostname", '\0', false},
    {"no-hosts", '\0', false},
    {"oom-kill-disable", '\0', false},
    {"oom-score-adj"},
    {"os"},
    {"passwd", '\0', false},
    {"passwd-entry"},
    {"personality"},
    {"pid", '\0', true, text<&S::pid>},
    {"pidfile"},
    {"pids-limit", '\0', true, text<&S::pids_limit>},
    {"platform"},
    {"pod"},
    {"pod-id-file"},
    {"preserve-fd"},
    {"preserve-fds"},
    {"privileged", '\0', false, privileged},
    {"publish", 'p', true, publish},
    {"publish-all", 'P', false, publish_all},
    {"pull"},
    {"quiet", 'q', false},
    {"rdt-class"},
    {"read-only", '\0', false, read_only},
    {"read-only-tmpfs", '\0', false},
    {"replace", '\0', false},
    {"requires"},
    {"restart", '\0', true, text<&S::restart>},
    {"retry"},
    {"retry-delay"},
    {"rm", '\0', false},
    {"rmi", '\0', false},
    {"rootfs", '\0', false},
    {"runtime"},
    {"sdnotify"},
    {"seccomp-policy"},
    {"secret"},
    {"security-opt", '\0', true, security},
    {"shm-size"},
    {"shm-size-systemd"},
    {"sig-proxy", '\0', false},
    {"stop-signal"},
    {"stop-timeout"},
    {"storage-opt"},
    {"subgidname"},
    {"subuidname"},
    {"sysctl", '\0', true, sysctl},
    {"systemd"},
    {"timeout"},
    {"tls-verify", '\0', false},
    {"tmpfs", '\0', true, tmpfs},
    {"tty", 't', false},
    {"tz"},
    {"uidmap"},
    {"ulimit"},
    {"umask"},
    {"unsetenv"},
    {"unsetenv-all", '\0', false},
    {"use-api-socket", '\0', false},
    {"user", 'u', true, text<&S::user>},
    {"userns", '\0', true, text<&S::userns>},
    {"uts", '\0', true, text<&S::uts>},
    {"variant"},
    {"volume", 'v', true, volume},
    {"volume-driver"},
    {"volumes-from"},
    {"workdir", 'w'},
};

}  // namespace

const RunFlag* find_flag(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(flags), std::end(flags),
                   [&](const RunFlag& it) { return it.name == name; });
  return found == std::end(flags) ? nullptr : found;
}

const RunFlag* find_flag(char letter) {
  const auto* found = std::find_if(
      std::begin(flags), std::end(flags),
      [&](const RunFlag& it) { return it.letter == letter && letter != '\0'; });
  return found == std::end(flags) ? nullptr : found;
}

const std::vector<std::string_view>& flag_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const RunFlag& it : flags) result.push_back(it.name);
    return result;
  }();
  return names;
}

}  // namespace harden::containers
