#include "containers/compose/compose_service.h"

#include <algorithm>
#include <vector>

#include "containers/compose/short_forms.h"

namespace harden::containers {
namespace {

using Read = void (*)(const yaml::Value&, SettingReader&);

template <auto Member>
void read_text(std::string_view name, const yaml::Value& value,
               SettingReader& reader) {
  if (auto it = reader.text(name, value)) reader.out().*Member = *std::move(it);
}

// A variable in a name of an image leaves the rest of it.
void read_image(std::string_view name, const yaml::Value& value,
                SettingReader& reader) {
  if (auto it = reader.open_text(name, value)) reader.out().image = it;
}

template <auto Member>
void read_flag(std::string_view name, const yaml::Value& value,
               SettingReader& reader) {
  if (auto it = reader.flag(name, value)) reader.out().*Member = *it;
}

template <auto Member>
void read_capabilities(std::string_view name, const yaml::Value& value,
                       SettingReader& reader) {
  for (PlacedText& it : reader.texts(name, value)) {
    it.value = capability_name(it.value);
    (reader.out().*Member).push_back(std::move(it));
  }
}

void read_security(std::string_view name, const yaml::Value& value,
                   SettingReader& reader) {
  for (const PlacedText& it : reader.texts(name, value)) {
    add_security_option(it, reader.out());
  }
}

void read_sysctls(std::string_view name, const yaml::Value& value,
                  SettingReader& reader) {
  for (auto& it : reader.pairs(name, value)) {
    const std::string right = it.value.second ? it.value.second->value : "";
    reader.out().sysctls.push_back({{it.value.first, right}, it.span});
  }
}

// Compose mounts the engine's socket for it.
void read_api_socket(std::string_view name, const yaml::Value& value,
                     SettingReader& reader) {
  const auto wanted = reader.flag(name, value);
  if (!wanted || !wanted->value) return;
  MountSetting mount;
  mount.kind = MountSetting::Kind::bind;
  mount.source = "/var/run/docker.sock";
  mount.target = mount.source;
  mount.span = wanted->span;
  reader.out().mounts.push_back(std::move(mount));
}

void read_entrypoint(std::string_view, const yaml::Value& value,
                     SettingReader& reader) {
  reader.out().overrides_entrypoint = !value.is_null();
}

// Shares and sets of CPUs are no hard limits, but what the benchmark asks for.
void read_cpus(std::string_view name, const yaml::Value& value,
               SettingReader& reader) {
  auto it = reader.text(name, value);
  if (it && it->value != "0") reader.out().cpus = *std::move(it);
}

template <Read Function>
void read_with(std::string_view, const yaml::Value& value,
               SettingReader& reader) {
  Function(value, reader);
}

struct ServiceKey {
  std::string_view name;
  // Null for what says nothing about isolation.
  void (*read)(std::string_view, const yaml::Value&, SettingReader&) = nullptr;
};

using S = ContainerSettings;

// All of the Compose specification, and what engines of the first format took.
constexpr ServiceKey service_keys[] = {
    {"annotations"},
    {"attach"},
    {"blkio_config"},
    {"build", read_with<read_build>},
    {"cap_add", read_capabilities<&S::cap_add>},
    {"cap_drop", read_capabilities<&S::cap_drop>},
    {"cgroup", read_text<&S::cgroupns>},
    {"cgroup_parent"},
    {"command"},
    {"configs"},
    {"container_name"},
    {"cpu_count", read_cpus},
    {"cpu_percent", read_cpus},
    {"cpu_period"},
    {"cpu_quota", read_cpus},
    {"cpu_rt_period"},
    {"cpu_rt_runtime"},
    {"cpu_shares", read_cpus},
    {"cpus", read_cpus},
    {"cpuset", read_cpus},
    {"credential_spec"},
    {"depends_on"},
    {"deploy", read_with<read_deploy>},
    {"develop"},
    {"device_cgroup_rules"},
    {"devices", read_with<read_devices>},
    {"dns"},
    {"dns_opt"},
    {"dns_search"},
    {"domainname"},
    {"entrypoint", read_entrypoint},
    {"env_file"},
    {"environment"},
    {"expose"},
    {"extends"},
    {"external_links"},
    {"extra_hosts"},
    {"gpus"},
    {"group_add"},
    {"healthcheck", read_with<read_health_check>},
    {"hostname"},
    {"image", read_image},
    {"init", read_flag<&S::init>},
    {"ipc", read_text<&S::ipc>},
    {"isolation"},
    {"label_file"},
    {"labels"},
    {"links"},
    {"logging"},
    {"mac_address"},
    {"mem_limit", read_text<&S::memory>},
    {"mem_reservation"},
    {"mem_swappiness"},
    {"memswap_limit"},
    {"models"},
    {"network_mode", read_text<&S::network>},
    {"networks"},
    {"oom_kill_disable"},
    {"oom_score_adj"},
    {"pid", read_text<&S::pid>},
    {"pids_limit", read_text<&S::pids_limit>},
    {"platform"},
    {"ports", read_with<read_ports>},
    {"post_start"},
    {"pre_stop"},
    {"privileged", read_flag<&S::privileged>},
    {"profiles"},
    {"provider"},
    {"pull_policy"},
    {"pull_refresh_after"},
    {"read_only", read_flag<&S::read_only>},
    {"restart", read_text<&S::restart>},
    {"runtime"},
    {"scale"},
    {"secrets"},
    {"security_opt", read_security},
    {"shm_size"},
    {"stdin_open"},
    {"stop_grace_period"},
    {"stop_signal"},
    {"storage_opt"},
    {"sysctls", read_sysctls},
    {"tmpfs", read_with<read_tmpfs>},
    {"tty"},
    {"ulimits"},
    {"use_api_socket", read_api_socket},
    {"user", read_text<&S::user>},
    {"userns_mode", read_text<&S::userns>},
    {"uts", read_text<&S::uts>},
    {"volumes", read_with<read_volumes>},
    {"volumes_from"},
    {"working_dir"},
};

std::vector<std::string_view> key_names() {
  std::vector<std::string_view> result;
  for (const ServiceKey& it : service_keys) result.push_back(it.name);
  return result;
}

}  // namespace

void read_service(const yaml::Value& service, SettingReader& reader) {
  for (const yaml::Entry& it : service.entries()) {
    const std::string_view name = it.key.text();
    const auto* known =
        std::find_if(std::begin(service_keys), std::end(service_keys),
                     [&](const ServiceKey& key) { return key.name == name; });
    if (known != std::end(service_keys)) {
      if (known->read != nullptr) known->read(name, it.value, reader);
    } else if (!name.starts_with("x-")) {
      reader.problems().unknown_key(it.key.span(), name, "a service",
                                    key_names());
    }
  }
}

}  // namespace harden::containers
