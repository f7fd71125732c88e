#include "runtime/emit/kubernetes_pod.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/text/enum_words.h"
#include "base/text/paths.h"
#include "runtime/emit/texts.h"

namespace harden {
namespace {

// An engine fills a new volume from the image; "lost+found" is the file
// system's own. Owners and times cannot be kept, as the pod is never root.
constexpr std::string_view seed_script =
    "for it in /seed/* /seed/.[!.]*; do "
    "case $it in */lost+found) continue;; esac; "
    "if [ -e \"$it\" ]; then exit 0; fi; done; "
    "umask 0; cp -R -P \"$0/.\" /seed/";

class PodSpec {
 public:
  PodSpec(const Policy& policy, const PodPlan& plan, YamlWriter& yaml)
      : policy_(policy), plan_(plan), yaml_(yaml) {}

  void run() {
    yaml_.comment("the service does not talk to the cluster");
    yaml_.pair("automountServiceAccountToken", false);
    yaml_.pair("enableServiceLinks", false);
    yaml_.map("securityContext", [&] { add_pod_context(); });
    std::vector<const PodVolume*> seeds;
    for (const PodVolume& it : plan_.volumes) {
      if (it.seed) seeds.push_back(&it);
    }
    yaml_.list("initContainers", seeds,
               [&](const PodVolume* it) { add_seed(*it); });
    yaml_.map("containers", [&] { yaml_.map_item([&] { add_container(); }); });
    yaml_.list("volumes", plan_.volumes,
               [&](const PodVolume& it) { add_volume(it); });
  }

 private:
  void add_pod_context() {
    const ServingUser& user = policy_.user.value;
    yaml_.pair("runAsNonRoot", true);
    yaml_.pair("runAsUser", *user.uid, policy_.user.reasons);
    yaml_.pair("runAsGroup", *user.gid);
    yaml_.list("supplementalGroups", user.groups,
               [&](std::uint32_t it) { yaml_.item(it); });
    if (plan_.has_claims) {
      yaml_.comment("a new claim is root's; this gives it to the group");
      yaml_.pair("fsGroup", *user.gid);
      yaml_.pair("fsGroupChangePolicy", "OnRootMismatch");
    }
    add_seccomp();
    add_selinux();
    yaml_.list("sysctls", plan_.sysctls, [&](const PodSysctl& it) {
      yaml_.comment(why(it.reasons));
      yaml_.map_item([&] {
        yaml_.pair("name", it.name);
        yaml_.pair("value", it.value);
      });
    });
  }

  // A pod does not start where its profile is not installed, so only one that
  // somebody names is asked for.
  void add_seccomp() {
    const std::string file =
        has_derived_seccomp(policy_) ? "" : policy_.seccomp.value;
    if (has_derived_seccomp(policy_)) {
      yaml_.comment("seccomp.oci.json, once it is installed on each node");
    } else {
      yaml_.comment(why(policy_.seccomp.reasons));
    }
    if (!file.empty()) {
      yaml_.comment(
          "below the kubelet's seccomp folder on each node, in the form of "
          "the OCI runtime specification");
    }
    yaml_.map("seccompProfile", [&] {
      yaml_.pair("type", file.empty() ? "RuntimeDefault" : "Localhost");
      if (!file.empty()) yaml_.pair("localhostProfile", base_name(file));
    });
  }

  void add_selinux() {
    yaml_.list("seLinuxOptions", pod_selinux(policy_),
               [&](const auto& it) { yaml_.pair(it.first, it.second); });
  }

  // The same for every container of the pod.
  void add_context() {
    yaml_.map("securityContext", [&] {
      yaml_.pair("allowPrivilegeEscalation", false,
                 policy_.no_new_privileges.reasons);
      yaml_.pair("readOnlyRootFilesystem", policy_.read_only_root.value,
                 policy_.read_only_root.reasons);
      yaml_.map("capabilities", [&] {
        yaml_.map("drop", [&] { yaml_.item("ALL"); });
        yaml_.list("add", plan_.capabilities,
                   [&](const std::string& it) { yaml_.item(it); });
      });
      add_apparmor();
    });
  }

  void add_apparmor() {
    const std::string& name = policy_.apparmor.value;
    if (name.empty() && !policy_.selinux.empty()) return;
    yaml_.comment(name.empty()
                      ? "since Kubernetes 1.30; nodes without AppArmor refuse "
                        "the pod: leave these lines out where SELinux confines"
                      : joined_reasons(why(policy_.apparmor.reasons),
                                       "must be loaded on each node"));
    yaml_.map("appArmorProfile", [&] {
      yaml_.pair("type", name.empty() ? "RuntimeDefault" : "Localhost");
      if (!name.empty()) yaml_.pair("localhostProfile", name);
    });
  }

  void add_seed(const PodVolume& volume) {
    yaml_.comment("fills an empty volume from the image, as an engine does");
    yaml_.map_item([&] {
      yaml_.pair("name", fmt::format("seed-{}", ++seeds_));
      yaml_.pair("image", policy_.image.value);
      yaml_.map("command", [&] {
        yaml_.item("/bin/sh");
        yaml_.item("-c");
        yaml_.item(expansion_safe(seed_script));
        yaml_.item(expansion_safe(volume.mount_path));
      });
      add_context();
      add_resources();
      yaml_.map("volumeMounts", [&] {
        yaml_.map_item([&] {
          yaml_.pair("name", volume.name);
          yaml_.pair("mountPath", "/seed");
        });
      });
    });
  }

  void add_container() {
    yaml_.pair("name", plan_.name);
    yaml_.pair("image", policy_.image.value, policy_.image.reasons);
    yaml_.list("ports", plan_.ports, [&](const PortNeed& it) {
      yaml_.comment(why(it.reasons));
      yaml_.map_item([&] {
        yaml_.pair("containerPort", it.port);
        yaml_.pair("protocol", kubernetes_protocol(it.protocol));
      });
    });
    add_context();
    add_resources();
    write_probes(policy_, plan_, yaml_);
    yaml_.list("volumeMounts", plan_.volumes, [&](const PodVolume& it) {
      yaml_.map_item([&] {
        yaml_.pair("name", it.name);
        yaml_.pair("mountPath", it.mount_path);
      });
    });
  }

  void add_resources() {
    const Limits& limits = policy_.limits;
    if (limits.memory.value == 0 && limits.cpus.value == 0) return;
    const bool reserved = limits.memory_reservation.value != 0;
    yaml_.map("resources", [&] {
      yaml_.comment("lower what is requested where nodes are full");
      yaml_.map("requests", [&] {
        add_amounts(reserved ? limits.memory_reservation : limits.memory);
      });
      yaml_.map("limits", [&] { add_amounts(limits.memory); });
    });
  }

  void add_amounts(const Reasoned<std::uint64_t>& memory) {
    if (memory.value != 0) {
      yaml_.pair("memory", quantity(memory.value), memory.reasons);
    }
    const Reasoned<std::uint32_t>& cpus = policy_.limits.cpus;
    if (cpus.value != 0) {
      yaml_.pair("cpu", fmt::format("{}m", cpus.value), cpus.reasons);
    }
  }

  void add_volume(const PodVolume& volume) {
    if (volume.path != nullptr) yaml_.comment(why(volume.path->reasons));
    yaml_.map_item([&] {
      yaml_.pair("name", volume.name);
      if (!volume.claim.empty()) {
        yaml_.map("persistentVolumeClaim",
                  [&] { yaml_.pair("claimName", volume.claim); });
        return;
      }
      // Like a tmpfs it is counted as the container's memory.
      yaml_.map("emptyDir", [&] {
        yaml_.pair("medium", "Memory");
        if (volume.size != 0) yaml_.pair("sizeLimit", quantity(volume.size));
      });
    });
  }

  const Policy& policy_;
  const PodPlan& plan_;
  YamlWriter& yaml_;
  int seeds_ = 0;
};

}  // namespace

void write_pod_spec(const Policy& policy, const PodPlan& plan,
                    YamlWriter& yaml) {
  PodSpec(policy, plan, yaml).run();
}

std::string quantity(std::uint64_t bytes) {
  std::string text = size_text(bytes);
  const char unit = text.back();
  if (unit >= '0' && unit <= '9') return text;
  text.back() = unit == 'k' ? 'K' : unit == 'm' ? 'M' : 'G';
  return text + "i";
}

namespace {

// What an engine takes where HEALTHCHECK says nothing.
constexpr std::chrono::seconds default_time(30);
constexpr std::uint32_t default_retries = 3;

// Kubernetes counts whole seconds, at least one.
std::uint64_t whole_seconds(std::chrono::nanoseconds time) {
  using std::chrono::seconds;
  constexpr seconds longest(2147483647);
  const seconds wanted =
      time.count() > 0 ? std::chrono::ceil<seconds>(time) : default_time;
  return static_cast<std::uint64_t>(std::min(wanted, longest).count());
}

class ProbeWriter {
 public:
  ProbeWriter(const Policy& policy, YamlWriter& yaml)
      : health_(policy.health.value), policy_(policy), yaml_(yaml) {}

  void exec() {
    const std::uint64_t period = whole_seconds(health_.interval);
    const std::uint64_t retries =
        health_.retries == 0 ? default_retries : health_.retries;
    yaml_.comment(why(policy_.health.reasons));
    if (health_.start_period.count() > 0) {
      // Failures do not count in this time.
      const std::uint64_t start = whole_seconds(health_.start_period);
      exec_probe("startupProbe", period,
                 (start + period - 1) / period + retries);
    }
    exec_probe("readinessProbe", period, retries);
    exec_probe("livenessProbe", period, retries);
  }

  void tcp(std::uint16_t port) {
    yaml_.comment("the image has no HEALTHCHECK; five minutes to start");
    tcp_probe("startupProbe", port, 30);
    tcp_probe("readinessProbe", port, 3);
    tcp_probe("livenessProbe", port, 3);
  }

 private:
  void exec_probe(std::string_view key, std::uint64_t period,
                  std::uint64_t retries) {
    yaml_.map(key, [&] {
      yaml_.map("exec", [&] {
        yaml_.list("command", health_.test, [&](const std::string& it) {
          yaml_.item(expansion_safe(it));
        });
      });
      yaml_.pair("periodSeconds", period);
      yaml_.pair("timeoutSeconds", whole_seconds(health_.timeout));
      yaml_.pair("failureThreshold", retries);
    });
  }

  void tcp_probe(std::string_view key, std::uint16_t port, int failures) {
    yaml_.map(key, [&] {
      yaml_.map("tcpSocket", [&] { yaml_.pair("port", port); });
      yaml_.pair("periodSeconds", 10);
      yaml_.pair("failureThreshold", failures);
    });
  }

  const Health& health_;
  const Policy& policy_;
  YamlWriter& yaml_;
};

}  // namespace

void write_probes(const Policy& policy, const PodPlan& plan, YamlWriter& yaml) {
  ProbeWriter probes(policy, yaml);
  if (has_exec_probe(policy)) return probes.exec();
  for (const PortNeed& it : plan.ports) {
    if (it.protocol == Protocol::tcp) return probes.tcp(it.port);
  }
}

std::string expansion_safe(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '$' && (next == '$' || next == '(')) result += '$';
  }
  return result;
}

std::string_view kubernetes_protocol(Protocol protocol) {
  static constexpr auto words =
      enum_words<Protocol::tcp, Protocol::sctp>("TCP", "UDP", "SCTP");
  return words.of(protocol);
}

}  // namespace harden
