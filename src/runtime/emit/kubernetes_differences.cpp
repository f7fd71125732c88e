// What a pod cannot say, by name.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/word_lists.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/pod.h"
#include "runtime/emit/texts.h"

namespace harden {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

class KubernetesDifferences {
 public:
  explicit KubernetesDifferences(const Policy& policy)
      : policy_(policy), plan_(plan_pod(policy)) {}

  std::vector<std::string> run() {
    add_start();
    add_capabilities();
    add_tmpfs();
    add_volumes();
    add_limits();
    add_profiles();
    add_namespaces();
    add_process();
    return std::move(result_);
  }

 private:
  void add(std::string text) { result_.push_back(std::move(text)); }

  void add_start() {
    if (policy_.start.value != StartsAs::root) return;
    const std::string& place = policy_.steps_down_in;
    const std::string script = place.substr(0, place.rfind(':'));
    add(fmt::format(
        "starts as {} itself, without the step-down of {}; what that does as "
        "root before is not done",
        policy_.user.value.spec(),
        script.empty() ? "the base image's start script" : script));
  }

  void add_capabilities() {
    std::vector<std::string> names;
    for (const CapabilityNeed& it : policy_.capabilities) {
      const auto& added = plan_.capabilities;
      if (!is_one_of(it.name, added)) {
        names.push_back(it.name);
      }
    }
    if (names.empty()) return;
    add(
        fmt::format("{} {} not given: \"restricted\" allows none but "
                    "NET_BIND_SERVICE, and a program that starts without root "
                    "gets none",
                    listed(names), names.size() == 1 ? "is" : "are"));
  }

  void add_tmpfs() {
    std::vector<std::string> paths;
    for (const PodVolume& it : plan_.volumes) {
      if (it.claim.empty() && it.path != nullptr)
        paths.push_back(it.path->path);
    }
    if (paths.empty()) return;
    add(
        fmt::format("{} {} mounted without noexec, nosuid and nodev, and with "
                    "mode 0777, which emptyDir cannot change",
                    listed(paths), paths.size() == 1 ? "is" : "are"));
  }

  void add_volumes() {
    for (const PodVolume& it : plan_.volumes) {
      if (it.claim.empty() || !is_bind(*it.path)) continue;
      add(fmt::format(
          "{} of the host is not mounted at {}; the claim {}, empty "
          "at first, takes its place",
          it.path->volume, it.mount_path, it.claim));
    }
    for (const WritablePath* it : plan_.unseeded) {
      add(
          fmt::format("{} is not mounted and cannot be written: a claim would "
                      "hide what the image has there, and the image has no "
                      "shell to copy it",
                      it->path));
    }
    for (const WritablePath* it : plan_.unnamed) {
      add(fmt::format("{} is not mounted: paths of mounts cannot hold a colon",
                      it->path));
    }
  }

  void add_limits() {
    const Limits& limits = policy_.limits;
    if (limits.pids.value != 0) {
      add(
          fmt::format("the limit of {} processes is not set: it is the "
                      "kubelet's, podPidsLimit",
                      limits.pids.value));
    }
    std::vector<std::string> options;
    const auto lose = [&](bool set, std::string_view option) {
      if (set) options.emplace_back(option);
    };
    lose(limits.memory_swap.value != 0, "--memory-swap");
    lose(limits.cpu_shares.value != 0, "--cpu-shares");
    lose(!limits.cpuset_cpus.value.empty(), "--cpuset-cpus");
    lose(!limits.cpuset_mems.value.empty(), "--cpuset-mems");
    lose(limits.blkio_weight.value != 0, "--blkio-weight");
    lose(!limits.ulimits.empty(), "--ulimit");
    for (const auto& it : limits.device_rates) {
      const std::string option =
          fmt::format("--device-{}", to_string(it.value.what));
      lose(!is_one_of(option, options), option);
    }
    lose(!limits.cgroup_parent.value.empty(), "--cgroup-parent");
    lose(!policy_.devices.empty(), "--device");
    lose(!policy_.device_cgroup_rules.empty(), "--device-cgroup-rule");
    if (options.empty()) return;
    add(fmt::format("{} {} no equivalent in a pod", listed(options),
                    options.size() == 1 ? "has" : "have"));
  }

  void add_profiles() {
    if (has_derived_seccomp(policy_)) {
      const std::string name = label(policy_.name.value) + ".json";
      add(fmt::format(
          "the node's default seccomp profile is taken, for a pod whose own is "
          "not installed does not start: put seccomp.oci.json into "
          "/var/lib/kubelet/seccomp of each node as {}, and set "
          "`seccompProfile: {{type: Localhost, localhostProfile: {}}}`",
          name, name));
    } else if (!policy_.seccomp.value.empty()) {
      add(
          fmt::format("the seccomp profile {} must lie below the kubelet's "
                      "seccomp folder of each node, in the form of the OCI "
                      "runtime specification",
                      policy_.seccomp.value));
    }
    const std::size_t kept = pod_selinux(policy_).size();
    if (kept < policy_.selinux.size()) {
      add("SELinux options other than level, and type container_t, "
          "container_init_t or container_kvm_t, are not set: \"restricted\" "
          "forbids them");
    }
    if (!policy_.no_new_privileges.value) {
      add("set-user-ID programs gain nothing: \"restricted\" asks for it");
    }
    if (!plan_.unsafe_sysctls.empty()) {
      add(fmt::format("{} {} not set: the kubelet counts {} as unsafe",
                      listed(plan_.unsafe_sysctls),
                      plan_.unsafe_sysctls.size() == 1 ? "is" : "are",
                      plan_.unsafe_sysctls.size() == 1 ? "it" : "them"));
    }
  }

  void add_namespaces() {
    const Namespaces& spaces = policy_.namespaces;
    const auto is_shared = [](const std::string& value) {
      return value == "shareable" || value.starts_with("container:");
    };
    if (is_shared(spaces.ipc.value)) {
      add("the IPC namespace is not shared (" + spaces.ipc.value +
          "): only containers of one pod share theirs");
    }
    if (is_shared(spaces.pid.value)) {
      add("the PID namespace is not shared (" + spaces.pid.value + ")");
    }
    if (spaces.network.value == "none") {
      add("the pod has a network: only a NetworkPolicy takes it away");
    } else if (is_shared(spaces.network.value)) {
      add("the network is not shared (" + spaces.network.value + ")");
    }
  }

  void add_process() {
    if (policy_.init.value) {
      add("--init has no equivalent in a pod: processes that PID 1 does not "
          "reap stay");
    }
    const std::string& restart = policy_.restart.value;
    if (!restart.empty() && restart != "always" &&
        restart != "unless-stopped") {
      add("a Deployment starts the container again whenever it ends; "
          "--restart " +
          restart + " does not apply");
    }
    if (has_exec_probe(policy_)) {
      add("a container that HEALTHCHECK finds unhealthy is started again");
    }
  }

  const Policy& policy_;
  PodPlan plan_;
  std::vector<std::string> result_;
};

}  // namespace

std::vector<std::string> kubernetes_differences(const Policy& policy) {
  const std::string none = no_pod_because(policy);
  if (!none.empty()) return {"there is no kubernetes.yaml: " + none};
  return KubernetesDifferences(policy).run();
}

}  // namespace harden
