#include "containers/kubernetes/kubernetes_pod.h"

#include <fmt/format.h>

#include <algorithm>

namespace harden::containers {
namespace {

constexpr std::string_view pod_keys[] = {
    "activeDeadlineSeconds",
    "affinity",
    "automountServiceAccountToken",
    "containers",
    "dnsConfig",
    "dnsPolicy",
    "enableServiceLinks",
    "ephemeralContainers",
    "hostAliases",
    "hostIPC",
    "hostNetwork",
    "hostPID",
    "hostUsers",
    "hostname",
    "hostnameOverride",
    "imagePullSecrets",
    "initContainers",
    "nodeName",
    "nodeSelector",
    "os",
    "overhead",
    "preemptionPolicy",
    "priority",
    "priorityClassName",
    "readinessGates",
    "resourceClaims",
    "resources",
    "restartPolicy",
    "runtimeClassName",
    "schedulerName",
    "schedulingGates",
    "securityContext",
    "serviceAccount",
    "serviceAccountName",
    "setHostnameAsFQDN",
    "shareProcessNamespace",
    "subdomain",
    "terminationGracePeriodSeconds",
    "tolerations",
    "topologySpreadConstraints",
    "volumes",
    "workloadRef",
};

constexpr std::string_view container_keys[] = {
    "args",
    "command",
    "env",
    "envFrom",
    "image",
    "imagePullPolicy",
    "lifecycle",
    "livenessProbe",
    "name",
    "ports",
    "readinessProbe",
    "resizePolicy",
    "resources",
    "restartPolicy",
    "restartPolicyRules",
    "securityContext",
    "startupProbe",
    "stdin",
    "stdinOnce",
    "targetContainerName",
    "terminationMessagePath",
    "terminationMessagePolicy",
    "tty",
    "volumeDevices",
    "volumeMounts",
    "workingDir",
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
  Pod(const PodOwner& owner, const yaml::Value& pod, Problems& problems)
      : owner_(owner), pod_(pod), spec_(pod.get("spec")), problems_(problems) {}

  void read(Containers& out) {
    check_keys(spec_, "a pod", pod_keys, problems_);
    for (const auto* list :
         {"initContainers", "containers", "ephemeralContainers"}) {
      for (const yaml::Value& it : spec_.get(list).items()) {
        if (it.is_map()) out.add(container(it, list));
      }
    }
  }

 private:
  ContainerSettings container(const yaml::Value& value, std::string_view list) {
    check_keys(value, "a container", container_keys, problems_);
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
  }

  const PodOwner& owner_;
  yaml::Value pod_;
  yaml::Value spec_;
  Problems& problems_;
};

}  // namespace

void check_keys(const yaml::Value& map, std::string_view where,
                std::span<const std::string_view> known, Problems& problems) {
  for (const yaml::Entry& it : map.entries()) {
    const std::string_view key = it.key.text();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    problems.unknown_key(it.key.span(), key, where, known);
  }
}

void read_pod(const PodOwner& owner, const yaml::Value& pod, Problems& problems,
              Containers& out) {
  Pod(owner, pod, problems).read(out);
}

}  // namespace harden::containers
