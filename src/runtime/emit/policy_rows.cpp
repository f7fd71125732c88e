#include "runtime/emit/policy_rows.h"

#include <fmt/format.h>

#include "runtime/emit/engine_values.h"
#include "runtime/emit/reasons.h"

namespace harden {
namespace {

class RowsBuilder {
 public:
  explicit RowsBuilder(std::string title) { section_.title = std::move(title); }

  void add(std::string name, std::string value,
           const std::vector<Reason>& reasons = {}) {
    section_.rows.push_back({std::move(name), std::move(value), why(reasons)});
  }
  void text(std::string name, const Reasoned<std::string>& it,
            std::string none = "") {
    const std::string& value = it.value.empty() ? none : it.value;
    if (!value.empty()) add(std::move(name), value, it.reasons);
  }
  void truth(std::string name, const Reasoned<bool>& it) {
    add(std::move(name), it.value ? "yes" : "no", it.reasons);
  }
  void size(std::string name, const Reasoned<std::uint64_t>& it) {
    if (it.value != 0) add(std::move(name), size_text(it.value), it.reasons);
  }
  void number(std::string name, const Reasoned<std::uint32_t>& it) {
    if (it.value == 0) return;
    add(std::move(name), std::to_string(it.value), it.reasons);
  }
  void texts(const std::string& name,
             const std::vector<Reasoned<std::string>>& all) {
    for (const auto& it : all) text(name, it);
  }

  PolicySection take() { return std::move(section_); }

 private:
  PolicySection section_;
};

std::string joined_by_blanks(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& it : words) text += (text.empty() ? "" : " ") + it;
  return text;
}

PolicySection service(const Policy& policy) {
  RowsBuilder rows("Service");
  rows.add("Dockerfile", policy.dockerfile);
  rows.text("name", policy.name);
  rows.text("image", policy.image);
  rows.text("container", policy.container_name);
  return rows.take();
}

std::string user_text(const ServingUser& user) {
  const std::string spec = user.spec();
  if (spec.empty()) return "unknown";
  return user.known() && !user.name.empty() ? spec + " (" + user.name + ")"
                                            : spec;
}

PolicySection user(const Policy& policy) {
  RowsBuilder rows("User");
  rows.add("runs as", user_text(policy.user.value), policy.user.reasons);
  for (const std::uint32_t it : policy.user.value.groups) {
    rows.add("group", std::to_string(it));
  }
  rows.add("starts as",
           policy.start.value == StartsAs::user
               ? "itself"
               : std::string(to_string(policy.start.value)),
           policy.start.reasons);
  if (!policy.steps_down_in.empty()) {
    rows.add("steps down in", policy.steps_down_in);
  }
  return rows.take();
}

std::string path_text(const WritablePath& path) {
  std::string text =
      path.kind == WritablePath::Kind::tmpfs
          ? fmt::format("tmpfs {} {}", path.path,
                        tmpfs_options(path, Engine::docker))
          : fmt::format("{} {} at {}", is_bind(path) ? "bind" : "volume",
                        path.volume, path.path);
  if (path.relabel != '\0')
    text += fmt::format(", relabelled {}", path.relabel);
  return path.seeded ? text + ", filled from the image" : text;
}

PolicySection files(const Policy& policy) {
  RowsBuilder rows("Files");
  rows.truth("read-only root", policy.read_only_root);
  for (const WritablePath& it : policy.writable) {
    rows.add("writable", path_text(it), it.reasons);
  }
  return rows.take();
}

PolicySection network(const Policy& policy) {
  RowsBuilder rows("Network");
  for (const PortNeed& it : policy.ports) {
    std::string value = fmt::format("{}/{}", it.port, to_string(it.protocol));
    value += it.host_port == 0 ? ", not published"
                               : ", published as " + published(it);
    rows.add("port", std::move(value), it.reasons);
  }
  rows.text("network", policy.namespaces.network);
  return rows.take();
}

PolicySection privileges(const Policy& policy) {
  RowsBuilder rows("Privileges");
  for (const CapabilityNeed& it : policy.capabilities) {
    rows.add("capability", it.name, it.reasons);
  }
  if (policy.capabilities.empty()) rows.add("capabilities", "none");
  rows.truth("no new privileges", policy.no_new_privileges);
  rows.text("seccomp profile", policy.seccomp, "the engine's");
  rows.text("AppArmor profile", policy.apparmor, "the engine's");
  rows.texts("SELinux", policy.selinux);
  rows.text("system calls of", policy.syscall_class);
  rows.texts("starts program", policy.executables);
  return rows.take();
}

void add_processors(RowsBuilder& rows, const Limits& limits) {
  if (limits.cpus.value != 0) {
    rows.add("cpus", cpus_text(limits.cpus.value), limits.cpus.reasons);
  }
  rows.number("cpu shares", limits.cpu_shares);
  rows.text("cpuset cpus", limits.cpuset_cpus);
  rows.text("cpuset mems", limits.cpuset_mems);
}

PolicySection limits(const Policy& policy) {
  const Limits& all = policy.limits;
  RowsBuilder rows("Limits");
  rows.number("processes", all.pids);
  rows.size("memory", all.memory);
  rows.size("memory and swap", all.memory_swap);
  rows.size("memory reservation", all.memory_reservation);
  rows.size("/dev/shm", all.shm_size);
  add_processors(rows, all);
  rows.number("block I/O weight", all.blkio_weight);
  for (const auto& it : all.ulimits) {
    rows.add(
        "ulimit",
        fmt::format("{} {}:{}", it.value.name, it.value.soft, it.value.hard),
        it.reasons);
  }
  for (const auto& it : all.device_rates) {
    rows.add("device rate",
             fmt::format("{} {} {}", to_string(it.value.what), it.value.device,
                         it.value.rate),
             it.reasons);
  }
  rows.text("cgroup parent", all.cgroup_parent);
  return rows.take();
}

PolicySection isolation(const Policy& policy) {
  RowsBuilder rows("Isolation");
  rows.text("IPC namespace", policy.namespaces.ipc);
  rows.text("cgroup namespace", policy.namespaces.cgroup);
  rows.text("PID namespace", policy.namespaces.pid);
  for (const DeviceNeed& it : policy.devices) {
    rows.add("device", it.spec, it.reasons);
  }
  rows.texts("device rule", policy.device_cgroup_rules);
  for (const auto& it : policy.sysctls) {
    rows.add("sysctl", it.value.first + "=" + it.value.second, it.reasons);
  }
  return rows.take();
}

std::string health_text(const Health& health) {
  if (health.none) return "none, disabled";
  return health.test.empty() ? "none" : joined_by_blanks(health.test);
}

PolicySection process(const Policy& policy) {
  RowsBuilder rows("Process");
  rows.truth("init", policy.init);
  rows.add("health check", health_text(policy.health.value),
           policy.health.reasons);
  rows.text("restart", policy.restart);
  rows.add("shell in image", policy.has_shell ? "yes" : "no");
  return rows.take();
}

}  // namespace

std::vector<PolicySection> policy_sections(const Policy& policy) {
  return {service(policy),   user(policy),       files(policy),
          network(policy),   privileges(policy), limits(policy),
          isolation(policy), process(policy)};
}

}  // namespace harden
