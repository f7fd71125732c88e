#include "runtime/emit/run_options.h"

#include <fmt/format.h>

#include "base/quote/words.h"
#include "base/text/append.h"
#include "base/text/duration.h"
#include "base/text/joined_texts.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/texts.h"

namespace harden {
namespace {

// `docker update` changes it on a running container; which settings `podman
// update` takes changed from version to version.
std::string with_live_note(std::string reason, Engine engine) {
  if (engine != Engine::docker) return reason;
  return reason + (reason.empty() ? "" : " ") +
         "(docker update changes it live)";
}

// Whether `docker update` changes it on a running container.
enum class LiveContainer : bool { no, yes };

// --pids-limit, --memory and all that cgroups and the kernel count.
class LimitOptions {
 public:
  LimitOptions(const Limits& limits, Engine engine)
      : limits_(limits), engine_(engine) {}

  std::vector<RunOption> run() {
    number("--pids-limit", limits_.pids, LiveContainer::yes);
    size("--memory", limits_.memory, LiveContainer::yes);
    size("--memory-swap", limits_.memory_swap, LiveContainer::yes);
    size("--memory-reservation", limits_.memory_reservation,
         LiveContainer::yes);
    size("--shm-size", limits_.shm_size, LiveContainer::no);
    if (limits_.cpus.value != 0) {
      add("--cpus", limits_.cpus, cpus_text(limits_.cpus.value),
          LiveContainer::yes);
    }
    number("--cpu-shares", limits_.cpu_shares, LiveContainer::yes);
    text("--cpuset-cpus", limits_.cpuset_cpus, LiveContainer::yes);
    text("--cpuset-mems", limits_.cpuset_mems, LiveContainer::yes);
    number("--blkio-weight", limits_.blkio_weight, LiveContainer::yes);
    add_ulimits();
    add_rates();
    text("--cgroup-parent", limits_.cgroup_parent, LiveContainer::no);
    return std::move(options_);
  }

 private:
  template <typename T>
  void add(std::string_view flag, const Reasoned<T>& setting,
           const std::string& value, LiveContainer live) {
    std::string reason = why(setting.reasons);
    if (live == LiveContainer::yes) {
      reason = with_live_note(std::move(reason), engine_);
    }
    options_.push_back({std::string(flag), value, "", std::move(reason)});
  }

  void number(std::string_view flag, const Reasoned<std::uint32_t>& setting,
              LiveContainer live) {
    if (setting.value == 0) return;
    add(flag, setting, std::to_string(setting.value), live);
  }
  void size(std::string_view flag, const Reasoned<std::uint64_t>& setting,
            LiveContainer live) {
    if (setting.value == 0) return;
    add(flag, setting, size_text(setting.value), live);
  }
  void text(std::string_view flag, const Reasoned<std::string>& setting,
            LiveContainer live) {
    if (!setting.value.empty()) add(flag, setting, setting.value, live);
  }

  void add_ulimits() {
    for (const auto& it : limits_.ulimits) {
      add("--ulimit", it,
          fmt::format("{}={}:{}", it.value.name, it.value.soft, it.value.hard),
          LiveContainer::no);
    }
  }

  void add_rates() {
    for (const auto& it : limits_.device_rates) {
      const bool bytes = it.value.what == DeviceRate::What::read_bps ||
                         it.value.what == DeviceRate::What::write_bps;
      add(fmt::format("--device-{}", to_string(it.value.what)), it,
          fmt::format(
              "{}:{}", it.value.device,
              bytes ? size_text(it.value.rate) : std::to_string(it.value.rate)),
          LiveContainer::no);
    }
  }

  const Limits& limits_;
  Engine engine_;
  std::vector<RunOption> options_;
};

class RunOptions {
 public:
  RunOptions(const Policy& policy, Engine engine)
      : policy_(policy), engine_(engine) {}

  std::vector<RunOption> run() {
    add_value("--name", policy_.container_name);
    add_user();
    add_paths();
    add_privileges();
    append(options_, LimitOptions(policy_.limits, engine_).run());
    add_devices();
    add_namespaces();
    add_ports();
    add_process();
    add_sysctls();
    return std::move(options_);
  }

 private:
  void note(std::string reason) {
    options_.push_back({"", std::nullopt, "", std::move(reason)});
  }
  void add_flag(std::string flag, std::string reason) {
    options_.push_back({std::move(flag), std::nullopt, "", std::move(reason)});
  }
  void add(std::string flag, std::string value, std::string reason,
           std::string file = {}) {
    options_.push_back({std::move(flag), std::move(value), std::move(file),
                        std::move(reason)});
  }
  void add_value(const char* flag, const Reasoned<std::string>& setting) {
    if (setting.value.empty()) return;
    add(flag, setting.value, why(setting.reasons));
  }

  // A step-down starts as root, and the image says so.
  void add_user() {
    if (policy_.start.value != StartsAs::user) return;
    const ServingUser& user = policy_.user.value;
    const std::string reason = why(policy_.user.reasons);
    if (user.known()) {
      add("--user", user.spec(), reason);
    } else {
      note("no --user: its number is not known, and USER of the image does");
    }
    for (const std::uint32_t group : user.groups) {
      add("--group-add", std::to_string(group), reason);
    }
  }

  void add_paths() {
    if (policy_.read_only_root.value) {
      std::string reason = why(policy_.read_only_root.reasons);
      if (engine_ == Engine::podman) {
        reason = joined_reasons(
            reason,
            "Podman then mounts tmpfs of its own at /run, /tmp and /var/tmp");
      }
      add_flag("--read-only", std::move(reason));
    } else {
      note("no --read-only: " + why(policy_.read_only_root.reasons));
    }
    using Kind = WritablePath::Kind;
    for (const WritablePath& it : policy_.writable) {
      if (it.kind == Kind::tmpfs) add_tmpfs(it);
    }
    for (const WritablePath& it : policy_.writable) {
      if (it.kind == Kind::volume) add_volume(it);
    }
  }

  void add_tmpfs(const WritablePath& path) {
    const std::string reason =
        joined_reasons(why(path.reasons), tmpfs_note(path, engine_));
    if (!has_colon(path)) {
      add("--tmpfs", path.path + ":" + tmpfs_options(path, engine_), reason);
      return;
    }
    std::string mount = "type=tmpfs," + csv_field("target=" + path.path);
    if (path.size != 0) mount += fmt::format(",tmpfs-size={}", path.size);
    add("--mount", mount + ",tmpfs-mode=1777",
        joined_reasons(reason, "--tmpfs cannot name a path with a colon"));
  }

  // Docker's --mount has no word for labels; --volume is the same in both
  // engines (docs.docker.com: bind mounts, SELinux label).
  void add_volume(const WritablePath& path) {
    if (path.relabel != '\0') {
      return add("--volume",
                 fmt::format("{}:{}:{}", path.volume, path.path, path.relabel),
                 joined_reasons(why(path.reasons), relabel_note(path)));
    }
    add("--mount",
        fmt::format("type={},{},{}", is_bind(path) ? "bind" : "volume",
                    csv_field("source=" + path.volume),
                    csv_field("target=" + path.path)),
        why(path.reasons));
  }

  void add_privileges() {
    add("--cap-drop", "ALL",
        policy_.capabilities.empty() ? "no capability is needed"
                                     : "only those that follow are needed");
    for (const CapabilityNeed& it : policy_.capabilities) {
      add("--cap-add", it.name, why(it.reasons));
    }
    if (policy_.no_new_privileges.value) {
      add("--security-opt", "no-new-privileges",
          why(policy_.no_new_privileges.reasons));
    }
    add_seccomp();
    if (!policy_.apparmor.value.empty()) {
      add("--security-opt", "apparmor=" + policy_.apparmor.value,
          why(policy_.apparmor.reasons));
    }
    for (const auto& it : policy_.selinux) {
      add("--security-opt", "label=" + it.value, why(it.reasons));
    }
  }

  // The profile lies beside run.sh, wherever that is called from.
  void add_seccomp() {
    const std::string& file = policy_.seccomp.value;
    if (file.empty()) return;
    const std::string reason = why(policy_.seccomp.reasons);
    if (file.starts_with('/')) {
      add("--security-opt", "seccomp=" + file, reason);
    } else {
      add("--security-opt", "seccomp=", reason, file);
    }
  }

  void add_devices() {
    for (const DeviceNeed& it : policy_.devices) {
      add("--device", it.spec, why(it.reasons));
    }
    for (const auto& it : policy_.device_cgroup_rules) {
      add_value("--device-cgroup-rule", it);
    }
  }

  void add_namespaces() {
    add_value("--ipc", policy_.namespaces.ipc);
    add_value("--cgroupns", policy_.namespaces.cgroup);
    add_value("--network", policy_.namespaces.network);
    add_value("--pid", policy_.namespaces.pid);
  }

  void add_ports() {
    if (!has_own_network(policy_.namespaces.network.value)) return;
    for (const PortNeed& it : policy_.ports) {
      if (it.host_port != 0) add("--publish", published(it), why(it.reasons));
    }
  }

  void add_process() {
    if (policy_.init.value) add_flag("--init", why(policy_.init.reasons));
    add_health();
    if (policy_.restart.value.empty()) return;
    add("--restart", policy_.restart.value,
        with_live_note(why(policy_.restart.reasons), engine_));
  }

  // A HEALTHCHECK of the image applies by itself.
  void add_health() {
    const Health& health = policy_.health.value;
    const std::string reason = why(policy_.health.reasons);
    if (health.none) return add_flag("--no-healthcheck", reason);
    if (!overrides_health(policy_)) return;
    const std::string command = joined_texts(health.test, " ", shell_word);
    // One reason for all of them, in front.
    note(reason);
    if (!command.empty()) add("--health-cmd", command, {});
    add_duration("--health-interval", health.interval);
    add_duration("--health-timeout", health.timeout);
    add_duration("--health-start-period", health.start_period);
    if (health.retries != 0) {
      add("--health-retries", std::to_string(health.retries), {});
    }
  }

  void add_duration(const char* flag, std::chrono::nanoseconds time) {
    if (time.count() == 0) return;
    add(flag, duration_text(time), {});
  }

  void add_sysctls() {
    for (const auto& it : policy_.sysctls) {
      add("--sysctl", it.value.first + "=" + it.value.second, why(it.reasons));
    }
    add_reserved_port();
  }

  void add_reserved_port() {
    const std::uint16_t port = lowest_reserved_port(policy_);
    const bool matters = port != 0 && policy_.start.value == StartsAs::user &&
                         has_own_network(policy_.namespaces.network.value) &&
                         sysctl(policy_, port_sysctl).empty();
    if (!matters) return;
    const std::string reason = fmt::format(
        "port {} is below 1024 and the program is not root; Docker Engine "
        "allows it by itself since 20.10",
        port);
    const bool docker = engine_ == Engine::docker;
    if (docker) return note(reason);
    add("--sysctl", fmt::format("{}={}", port_sysctl, port), reason);
  }

  const Policy& policy_;
  Engine engine_;
  std::vector<RunOption> options_;
};

}  // namespace

std::vector<RunOption> run_options(const Policy& policy, Engine engine) {
  return RunOptions(policy, engine).run();
}

// The options of run.sh, for a program that starts no shell.

std::vector<std::string> run_arguments(const Policy& policy, Engine engine) {
  std::vector<std::string> words;
  for (const RunOption& it : run_options(policy, engine)) {
    if (it.flag.empty()) continue;
    words.push_back(it.flag);
    if (it.value) words.push_back(*it.value + it.file);
  }
  return words;
}

}  // namespace harden
