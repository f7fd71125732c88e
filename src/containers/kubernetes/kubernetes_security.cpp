// securityContext and volumes of pods.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/ascii.h"
#include "containers/compose/short_forms.h"
#include "containers/kubernetes/kubernetes_pod.h"

namespace harden::containers {
namespace {

constexpr std::string_view pod_security_keys[] = {
    "appArmorProfile",
    "fsGroup",
    "fsGroupChangePolicy",
    "runAsGroup",
    "runAsNonRoot",
    "runAsUser",
    "seLinuxChangePolicy",
    "seLinuxOptions",
    "seccompProfile",
    "supplementalGroups",
    "supplementalGroupsPolicy",
    "sysctls",
    "windowsOptions",
};

constexpr std::string_view container_security_keys[] = {
    "allowPrivilegeEscalation",
    "appArmorProfile",
    "capabilities",
    "privileged",
    "procMount",
    "readOnlyRootFilesystem",
    "runAsGroup",
    "runAsNonRoot",
    "runAsUser",
    "seLinuxOptions",
    "seccompProfile",
    "windowsOptions",
};

// `{type: Localhost, localhostProfile: x}`
std::optional<PlacedText> profile(std::string_view name,
                                  const yaml::Value& value,
                                  SettingReader& reader) {
  const auto type = reader.text(name, value.get("type"));
  if (!type) return std::nullopt;
  if (type->value == "Unconfined") return PlacedText{"unconfined", type->span};
  if (type->value == "Localhost") {
    return reader.text(name, value.get("localhostProfile"));
  }
  return PlacedText{"runtime/default", type->span};
}

template <typename T>
void set(std::optional<T>& member, std::optional<T> value) {
  if (value) member = std::move(value);
}

// What pods and containers have in common; the container's counts more.
void read_common(const yaml::Value& context, SettingReader& reader) {
  ContainerSettings& out = reader.out();
  set(out.user, reader.text("runAsUser", context.get("runAsUser")));
  set(out.group, reader.text("runAsGroup", context.get("runAsGroup")));
  set(out.run_as_non_root,
      reader.flag("runAsNonRoot", context.get("runAsNonRoot")));
  set(out.seccomp,
      profile("seccompProfile", context.get("seccompProfile"), reader));
  set(out.apparmor,
      profile("appArmorProfile", context.get("appArmorProfile"), reader));
  const auto type =
      reader.text("type", context.get("seLinuxOptions").get("type"));
  if (type) out.selinux = {{"type:" + type->value, type->span}};
}

void read_capabilities(const yaml::Value& value, SettingReader& reader) {
  ContainerSettings& out = reader.out();
  for (PlacedText& it : reader.texts("add", value.get("add"))) {
    out.cap_add.push_back({capability_name(it.value), it.span});
  }
  for (PlacedText& it : reader.texts("drop", value.get("drop"))) {
    out.cap_drop.push_back({capability_name(it.value), it.span});
  }
}

std::string propagation(std::string_view word) {
  if (word == "Bidirectional") return "rshared";
  return word == "HostToContainer" ? "rslave" : "";
}

yaml::Value volume_named(const yaml::Value& volumes, std::string_view name) {
  for (const yaml::Value& it : volumes.items()) {
    if (it.get("name").text() == name) return it;
  }
  return {};
}

MountSetting read_mount(const yaml::Value& mount, const yaml::Value& volume) {
  MountSetting result;
  result.span = mount.span();
  result.source = mount.get("name").text();
  result.target = mount.get("mountPath").text();
  result.read_only = parse_flag(mount.get("readOnly").text()).value_or(false);
  result.propagation = propagation(mount.get("mountPropagation").text());
  const yaml::Value path = volume.get("hostPath").get("path");
  if (path.is_scalar()) {
    result.kind = MountSetting::Kind::bind;
    result.source = path.text();
    result.span = path.span();
  } else if (volume.get("emptyDir").get("medium").text() == "Memory") {
    result.kind = MountSetting::Kind::tmpfs;
  }
  return result;
}

}  // namespace

void read_pod_security(const yaml::Value& context, SettingReader& reader) {
  check_keys(context, "a pod's `securityContext`", pod_security_keys,
             reader.problems());
  read_common(context, reader);
  for (const yaml::Value& it : context.get("sysctls").items()) {
    reader.out().sysctls.push_back({{std::string(it.get("name").text()),
                                     std::string(it.get("value").text())},
                                    it.span()});
  }
}

void read_container_security(const yaml::Value& context,
                             SettingReader& reader) {
  check_keys(context, "a container's `securityContext`",
             container_security_keys, reader.problems());
  ContainerSettings& out = reader.out();
  read_common(context, reader);
  out.privileged = reader.flag("privileged", context.get("privileged"));
  out.read_only = reader.flag("readOnlyRootFilesystem",
                              context.get("readOnlyRootFilesystem"));
  const auto escalation = reader.flag("allowPrivilegeEscalation",
                                      context.get("allowPrivilegeEscalation"));
  if (escalation) {
    out.no_new_privileges = Placed<bool>{!escalation->value, escalation->span};
  }
  read_capabilities(context.get("capabilities"), reader);
  const auto proc = reader.text("procMount", context.get("procMount"));
  if (proc && proc->value == "Unmasked") {
    out.unmasked.push_back({"ALL", proc->span});
  }
}

void read_volume_mounts(const yaml::Value& mounts, const yaml::Value& volumes,
                        SettingReader& reader) {
  for (const yaml::Value& it : mounts.items()) {
    const yaml::Value volume = volume_named(volumes, it.get("name").text());
    reader.out().mounts.push_back(read_mount(it, volume));
  }
}

}  // namespace harden::containers
