#include "containers/kubernetes/kubernetes_manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text/ascii.h"
#include "containers/compose/short_forms.h"
#include "knowledge/lists/container_settings.h"

namespace harden::containers {
namespace {

// A key that the API server would refuse.
void check_keys(const yaml::Value& map, std::string_view where,
                const SortedWords& known, Problems& problems) {
  for (const yaml::Entry& it : map.entries()) {
    const std::string_view key = it.key.text();
    if (known.contains(key)) continue;
    problems.unknown_key(it.key.span(), key, where, known.all());
  }
}

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

// securityContext of a pod or of a container.
void read_pod_security(const yaml::Value& context, SettingReader& reader) {
  check_keys(context, "a pod's `securityContext`", lists::pod_security_keys,
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
             lists::container_security_keys, reader.problems());
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

// `volumeMounts` joined with the pod's `volumes`.
void read_volume_mounts(const yaml::Value& mounts, const yaml::Value& volumes,
                        SettingReader& reader) {
  for (const yaml::Value& it : mounts.items()) {
    const yaml::Value volume = volume_named(volumes, it.get("name").text());
    reader.out().mounts.push_back(read_mount(it, volume));
  }
}

// What a pod belongs to.
struct PodOwner {
  std::string kind;  // "Deployment"
  std::string name;  // empty for `generateName`
  bool ends = false;
};

// `hostPID: true` and its kin; the last is the other way round.
void read_namespaces(const yaml::Value& spec, SettingReader& reader) {
  ContainerSettings& out = reader.out();
  const auto host = [&](std::string_view name) -> std::optional<PlacedText> {
    const auto flag = reader.flag(name, spec.get(name));
    if (!flag || !flag->value) return std::nullopt;
    return PlacedText{"host", flag->span};
  };
  out.pid = host("hostPID");
  out.ipc = host("hostIPC");
  out.network = host("hostNetwork");
  out.userns = host("hostUsers");
}

// Before there was a field, annotations of the pod named the profiles.
void read_annotations(const yaml::Value& pod, std::string_view container,
                      ContainerSettings& out) {
  constexpr std::string_view apparmor =
      "container.apparmor.security.beta.kubernetes.io/";
  constexpr std::string_view seccomp =
      "container.seccomp.security.alpha.kubernetes.io/";
  for (const yaml::Entry& it :
       pod.get("metadata").get("annotations").entries()) {
    const std::string_view key = it.key.text();
    const PlacedText value{std::string(it.value.text()), it.value.span()};
    if (key.starts_with(apparmor) && key.substr(apparmor.size()) == container) {
      out.apparmor = value;
    }
    if (key == "seccomp.security.alpha.kubernetes.io/pod" ||
        (key.starts_with(seccomp) && key.substr(seccomp.size()) == container)) {
      out.seccomp = value;
    }
  }
}

void read_host_ports(const yaml::Value& ports, SettingReader& reader) {
  for (const yaml::Value& it : ports.items()) {
    const auto host = reader.text("hostPort", it.get("hostPort"));
    if (!host || host->value == "0") continue;
    PublishedPort port;
    port.span = host->span;
    port.host_port = host->value;
    port.address = it.get("hostIP").text();
    port.container_port = it.get("containerPort").text();
    if (it.get("protocol")) port.protocol = it.get("protocol").text();
    reader.out().ports.push_back(std::move(port));
  }
}

bool has_probe(const yaml::Value& container) {
  return container.get("livenessProbe") || container.get("readinessProbe") ||
         container.get("startupProbe");
}

class Pod {
 public:
  // `pod` has `metadata` and `spec`.
  Pod(const PodOwner& owner, const yaml::Value& pod, Problems& problems)
      : owner_(owner), pod_(pod), spec_(pod.get("spec")), problems_(problems) {}

  void read(Containers& out) {
    check_keys(spec_, "a pod", lists::pod_keys, problems_);
    for (const auto* list :
         {"initContainers", "containers", "ephemeralContainers"}) {
      for (const yaml::Value& it : spec_.get(list).items()) {
        if (it.is_map()) out.add(container(it, list));
      }
    }
  }

 private:
  ContainerSettings container(const yaml::Value& value, std::string_view list) {
    check_keys(value, "a container", lists::pod_container_keys, problems_);
    ContainerSettings result;
    result.form = ContainerSettings::Form::kubernetes;
    name(value, result);
    SettingReader reader(result, problems_);
    reader.set_literal();
    read_namespaces(spec_, reader);
    read_pod_security(spec_.get("securityContext"), reader);
    read_annotations(pod_, value.get("name").text(), result);
    read_own(value, reader);
    // Probes are for what goes on running.
    result.has_health_check =
        has_probe(value) || owner_.ends || list != "containers";
    result.takes_limits = list != "ephemeralContainers";
    return result;
  }

  void name(const yaml::Value& value, ContainerSettings& out) const {
    const yaml::Value name = value.get("name");
    out.span = name.is_scalar() ? name.span() : value.span();
    out.name = owner_.name.empty()
                   ? std::string(name.text())
                   : fmt::format("{}/{}", owner_.name, name.text());
    out.what = fmt::format("container `{}` of {}", name.text(), owner_.kind);
    if (!owner_.name.empty()) out.what += fmt::format(" `{}`", owner_.name);
  }

  void read_own(const yaml::Value& value, SettingReader& reader) {
    ContainerSettings& out = reader.out();
    out.image = reader.text("image", value.get("image"));
    read_container_security(value.get("securityContext"), reader);
    read_volume_mounts(value.get("volumeMounts"), spec_.get("volumes"), reader);
    read_host_ports(value.get("ports"), reader);
    // Limits of the pod as a whole hold for each of its containers.
    for (const yaml::Value& it : {spec_, value}) {
      const yaml::Value limits = it.get("resources").get("limits");
      if (auto memory = reader.text("memory", limits.get("memory"))) {
        out.memory = memory;
      }
      if (auto cpu = reader.text("cpu", limits.get("cpu"))) out.cpus = cpu;
    }
    out.overrides_entrypoint = static_cast<bool>(value.get("command"));
    for (const yaml::Value& it : value.get("args").items()) {
      // Kubernetes fills `$(NAME)` in.
      if (it.text().find("$(") != it.text().npos) {
        out.command.clear();
        break;
      }
      out.command.emplace_back(it.text());
    }
  }

  const PodOwner& owner_;
  yaml::Value pod_;
  yaml::Value spec_;
  Problems& problems_;
};

// Where the pod of a kind is described.
struct PodKind {
  std::string_view kind;
  std::string_view path;  // from the root, keys joined by dots
  bool ends = false;      // its containers do one thing and end
};

constexpr PodKind pod_kinds[] = {
    {"Pod", ""},
    {"PodTemplate", "template"},
    {"Deployment", "spec.template"},
    {"StatefulSet", "spec.template"},
    {"DaemonSet", "spec.template"},
    {"ReplicaSet", "spec.template"},
    {"ReplicationController", "spec.template"},
    {"Job", "spec.template", true},
    {"CronJob", "spec.jobTemplate.spec.template", true},
};

yaml::Value at_path(yaml::Value value, std::string_view path) {
  while (!path.empty()) {
    const auto end = std::min(path.find('.'), path.size());
    value = value.get(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return value;
}

void read_object(const yaml::Value& object, Problems& problems,
                 Containers& out) {
  const yaml::Value kind = object.get("kind");
  for (const PodKind& it : pod_kinds) {
    if (kind.text() != it.kind) continue;
    const yaml::Value pod = at_path(object, it.path);
    const yaml::Value name = object.get("metadata").get("name");
    const PodOwner owner{std::string(it.kind), std::string(name.text()),
                         it.ends};
    Pod(owner, pod, problems).read(out);
  }
}

}  // namespace

bool is_manifest(const yaml::Value& root) {
  return root.get("apiVersion") && root.get("kind");
}

void read_manifest(const yaml::Value& root, Problems& problems,
                   Containers& out) {
  read_object(root, problems, out);
  const std::string_view kind = root.get("kind").text();
  if (!kind.ends_with("List")) return;
  for (const yaml::Value& it : root.get("items").items()) {
    read_object(it, problems, out);
  }
}

}  // namespace harden::containers
