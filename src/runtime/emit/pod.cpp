#include "runtime/emit/pod.h"

#include <algorithm>
#include <iterator>

#include "knowledge/lists/confinement.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/texts.h"

namespace harden {
namespace {

class PodPlanner {
 public:
  explicit PodPlanner(const Policy& policy) : policy_(policy) {}

  PodPlan run() {
    plan_.name = label(policy_.name.value);
    for (const WritablePath& it : policy_.writable) add_path(it);
    add_shared_memory();
    add_sysctls();
    for (const CapabilityNeed& it : policy_.capabilities) {
      if (it.of_file || (it.name == "NET_BIND_SERVICE" && starts_as_user())) {
        plan_.capabilities.push_back(it.name);
      }
    }
    for (const PortNeed& it : policy_.ports) add_port(it);
    return std::move(plan_);
  }

 private:
  bool starts_as_user() const { return policy_.start.value == StartsAs::user; }

  void add_port(const PortNeed& port) {
    if (port.port == 0) return;
    if (!has_own_network(policy_.namespaces.network.value)) return;
    const auto& ports = plan_.ports;
    const bool known = std::ranges::any_of(ports, [&](const PortNeed& it) {
      return it.port == port.port && it.protocol == port.protocol;
    });
    if (!known) plan_.ports.push_back(port);
  }

  void add_path(const WritablePath& path) {
    const bool is_volume = path.kind == WritablePath::Kind::volume;
    if (has_colon(path)) {
      plan_.unnamed.push_back(&path);
      return;
    }
    const bool seed = is_volume && path.seeded && !is_bind(path);
    if (seed && !policy_.has_shell) {
      plan_.unseeded.push_back(&path);
      return;
    }
    PodVolume volume;
    volume.path = &path;
    volume.mount_path = path.path;
    volume.size = path.size;
    volume.seed = seed;
    if (is_volume) {
      plan_.has_claims = true;
      const bool named = !path.volume.empty() && !is_bind(path);
      volume.claim = claims_.take(named ? path.volume : plan_.name + path.path);
    }
    volume.name = names_.take(path.path);
    plan_.volumes.push_back(std::move(volume));
  }

  // Containers of a pod have 64 MiB there and no other way to change it.
  void add_shared_memory() {
    if (policy_.limits.shm_size.value == 0) return;
    PodVolume volume;
    volume.name = names_.take("dev-shm");
    volume.mount_path = "/dev/shm";
    volume.size = policy_.limits.shm_size.value;
    plan_.volumes.push_back(std::move(volume));
  }

  void add_sysctls() {
    for (const auto& it : policy_.sysctls) {
      const std::string& name = it.value.first;
      if (lists::safe_sysctls.contains(name)) {
        plan_.sysctls.push_back({name, it.value.second, it.reasons});
      } else {
        plan_.unsafe_sysctls.push_back(name);
      }
    }
    const std::uint16_t port = lowest_reserved_port(policy_);
    if (port == 0 || !sysctl(policy_, port_sysctl).empty()) return;
    if (!has_own_network(policy_.namespaces.network.value)) return;
    const std::string number = std::to_string(port);
    plan_.sysctls.push_back(
        {std::string(port_sysctl),
         number,
         {{Reason::Source::standard,
           "port " + number + " is below 1024 and the program is not root",
           ""}}});
  }

  const Policy& policy_;
  PodPlan plan_;
  UniqueLabels names_;
  UniqueLabels claims_;
};

}  // namespace

std::string no_pod_because(const Policy& policy) {
  if (!policy.unsafe_because.empty()) return policy.unsafe_because;
  const ServingUser& user = policy.user.value;
  if (!user.known()) {
    return "the number of the service's user or group is not known, and the "
           "kubelet asks for it";
  }
  return *user.uid == 0 ? "the service runs as uid 0" : "";
}

PodPlan plan_pod(const Policy& policy) { return PodPlanner(policy).run(); }

std::vector<std::pair<std::string, std::string>> pod_selinux(
    const Policy& policy) {
  std::vector<std::pair<std::string, std::string>> options;
  for (const auto& it : policy.selinux) {
    const std::size_t colon = it.value.find(':');
    const std::string key = it.value.substr(0, colon);
    if (colon == std::string::npos) continue;
    const std::string value = it.value.substr(colon + 1);
    if (key == "level" ||
        (key == "type" && lists::pod_selinux_types.contains(value))) {
      options.emplace_back(key, value);
    }
  }
  return options;
}

bool has_exec_probe(const Policy& policy) {
  const Health& health = policy.health.value;
  if (health.none || health.test.empty()) return false;
  return policy.has_shell || health.test.front() != "/bin/sh";
}

}  // namespace harden
