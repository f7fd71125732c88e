#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "containers/rules/findings.h"
#include "containers/settings.h"

namespace harden {
namespace settings {
namespace {

// What decides about isolation; of the rest a missing value says enough.
bool matters(std::string_view name) {
  static constexpr std::array names = {
      "privileged",
      "pid",
      "ipc",
      "network_mode",
      "network",
      "uts",
      "userns_mode",
      "userns",
      "cap_add",
      "cap-add",
      "add",
      "security_opt",
      "security-opt",
      "devices",
      "device",
      "read_only",
      "read-only",
      "hostPID",
      "hostIPC",
      "hostNetwork",
      "allowPrivilegeEscalation",
      "readOnlyRootFilesystem",
      "seccompProfile",
      "appArmorProfile",
  };
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void find_unknown(const ContainerSettings& container, Findings& out) {
  for (const UnknownSetting& it : container.unknown) {
    if (!matters(it.name)) continue;
    out.add("HD204", Severity::info, it.span,
            fmt::format("`{}` of {} is not known: {}", it.name, container.what,
                        it.because),
            "write the value down, so that it can be checked");
  }
}

}  // namespace settings

namespace {

// The order of what is said about one place.
constexpr settings::Rule rules[] = {
    settings::find_privileged,     settings::find_namespaces,
    settings::find_mounts,         settings::find_devices,
    settings::find_unconfined,     settings::find_capabilities,
    settings::find_new_privileges, settings::find_writable_root,
    settings::find_limits,         settings::find_ports,
    settings::find_upkeep,         settings::find_unknown,
};

}  // namespace

std::vector<Diagnostic> check_settings(const SettingsFile& file,
                                       const ImageUser& image_user) {
  std::vector<Diagnostic> result = file.problems;
  for (const ContainerSettings& it : file.containers) {
    settings::Findings findings(it, result);
    settings::find_user(it, container_user(it, image_user), findings);
    for (const settings::Rule rule : rules) rule(it, findings);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return a.span.begin < b.span.begin;
                   });
  return result;
}

}  // namespace harden
