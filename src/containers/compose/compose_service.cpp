#include "containers/compose/compose_service.h"

#include <algorithm>
#include <optional>
#include <string>

#include "command/shell_commands.h"
#include "containers/compose/short_forms.h"
#include "knowledge/lists/container_settings.h"

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

// What Compose makes of a text with variables; nullopt where one decides.
std::optional<std::string> without_variables(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '$' && text.substr(i + 1, 1) != "$") return std::nullopt;
    if (text[i] == '$') ++i;
    result += text[i];
  }
  return result;
}

// Compose cuts a text at blanks, as a shell does, and starts none.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> result;
  const auto commands = shell_commands(text);
  if (commands.size() != 1 || !commands[0].assignments.empty() ||
      !commands[0].redirections.empty()) {
    return {};
  }
  for (const ShellWord& it : commands[0].words) result.push_back(it.value);
  return result;
}

void read_command(std::string_view, const yaml::Value& value,
                  SettingReader& reader) {
  std::vector<std::string>& command = reader.out().command;
  if (value.is_scalar()) {
    const auto text = without_variables(value.text());
    if (text) command = words_of(*text);
    return;
  }
  for (const yaml::Value& it : value.items()) {
    const auto text = without_variables(it.text());
    if (!text) return command.clear();
    command.push_back(*text);
  }
}

// Shares and sets of CPUs are not hard limits, but what the benchmark asks for.
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
  void (*read)(std::string_view, const yaml::Value&, SettingReader&);
};

using S = ContainerSettings;

// Those that say something about isolation.
constexpr ServiceKey service_keys[] = {
    {"build", read_with<read_build>},
    {"cap_add", read_capabilities<&S::cap_add>},
    {"cap_drop", read_capabilities<&S::cap_drop>},
    {"cgroup", read_text<&S::cgroupns>},
    {"command", read_command},
    {"cpu_count", read_cpus},
    {"cpu_percent", read_cpus},
    {"cpu_quota", read_cpus},
    {"cpu_shares", read_cpus},
    {"cpus", read_cpus},
    {"cpuset", read_cpus},
    {"deploy", read_with<read_deploy>},
    {"devices", read_with<read_devices>},
    {"entrypoint", read_entrypoint},
    {"healthcheck", read_with<read_health_check>},
    {"image", read_image},
    {"init", read_flag<&S::init>},
    {"ipc", read_text<&S::ipc>},
    {"mem_limit", read_text<&S::memory>},
    {"network_mode", read_text<&S::network>},
    {"pid", read_text<&S::pid>},
    {"pids_limit", read_text<&S::pids_limit>},
    {"ports", read_with<read_ports>},
    {"privileged", read_flag<&S::privileged>},
    {"read_only", read_flag<&S::read_only>},
    {"restart", read_text<&S::restart>},
    {"security_opt", read_security},
    {"sysctls", read_sysctls},
    {"tmpfs", read_with<read_tmpfs>},
    {"use_api_socket", read_api_socket},
    {"user", read_text<&S::user>},
    {"userns_mode", read_text<&S::userns>},
    {"uts", read_text<&S::uts>},
    {"volumes", read_with<read_volumes>},
};

}  // namespace

void read_service(const yaml::Value& service, SettingReader& reader) {
  for (const yaml::Entry& it : service.entries()) {
    const std::string_view name = it.key.text();
    const auto* known =
        std::find_if(std::begin(service_keys), std::end(service_keys),
                     [&](const ServiceKey& key) { return key.name == name; });
    if (known != std::end(service_keys)) {
      known->read(name, it.value, reader);
    } else if (!name.starts_with("x-") &&
               !lists::compose_service_keys.contains(name)) {
      reader.problems().unknown_key(it.key.span(), name, "a service",
                                    lists::compose_service_keys.all());
    }
  }
}

}  // namespace harden::containers
