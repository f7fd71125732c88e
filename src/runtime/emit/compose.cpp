// compose.yaml, after the Compose Specification.
#include <map>

#include "base/text/duration.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/texts.h"
#include "runtime/emit/yaml.h"

namespace harden {
namespace {

// A text in which Compose puts no variables in for `$`.
std::string compose_literal(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '$' ? "$$" : std::string(1, c);
  return result;
}

// Each writes nothing where nothing is set.
class ComposeFields {
 public:
  explicit ComposeFields(YamlWriter& yaml) : yaml_(yaml) {}

  void text(std::string_view key, const Reasoned<std::string>& setting) {
    if (setting.value.empty()) return;
    yaml_.pair(key, compose_literal(setting.value), setting.reasons);
  }

  void size(std::string_view key, const Reasoned<std::uint64_t>& setting) {
    if (setting.value == 0) return;
    yaml_.pair(key, size_text(setting.value), setting.reasons);
  }

  void number(std::string_view key, const Reasoned<std::uint32_t>& setting) {
    if (setting.value != 0) yaml_.pair(key, setting.value, setting.reasons);
  }

  void truth(std::string_view key, const Reasoned<bool>& setting) {
    if (setting.value) yaml_.pair(key, true, setting.reasons);
  }

 private:
  YamlWriter& yaml_;
};

// mem_limit, ulimits, blkio_config and all that cgroups and the kernel count.
class ComposeLimits {
 public:
  ComposeLimits(const Limits& limits, YamlWriter& yaml)
      : limits_(limits), yaml_(yaml), fields_(yaml) {}

  void run() {
    // deploy.resources.limits.pids would exclude this one.
    fields_.number("pids_limit", limits_.pids);
    fields_.size("mem_limit", limits_.memory);
    fields_.size("memswap_limit", limits_.memory_swap);
    fields_.size("mem_reservation", limits_.memory_reservation);
    fields_.size("shm_size", limits_.shm_size);
    add_processors();
    fields_.text("cgroup_parent", limits_.cgroup_parent);
    add_ulimits();
    add_blkio();
  }

 private:
  void add_processors() {
    if (limits_.cpus.value != 0) {
      yaml_.pair("cpus", cpus_text(limits_.cpus.value), limits_.cpus.reasons);
    }
    fields_.number("cpu_shares", limits_.cpu_shares);
    fields_.text("cpuset", limits_.cpuset_cpus);
    if (limits_.cpuset_mems.value.empty()) return;
    yaml_.comment("Compose has no word for --cpuset-mems " +
                  limits_.cpuset_mems.value);
  }

  void add_ulimits() {
    yaml_.list("ulimits", limits_.ulimits, [&](const auto& it) {
      yaml_.comment(why(it.reasons));
      yaml_.map(label(it.value.name), [&] {
        yaml_.pair("soft", it.value.soft);
        yaml_.pair("hard", it.value.hard);
      });
    });
  }

  void add_blkio() {
    if (limits_.blkio_weight.value == 0 && limits_.device_rates.empty()) return;
    yaml_.map("blkio_config", [&] {
      fields_.number("weight", limits_.blkio_weight);
      using What = DeviceRate::What;
      add_rates("device_read_bps", What::read_bps);
      add_rates("device_write_bps", What::write_bps);
      add_rates("device_read_iops", What::read_iops);
      add_rates("device_write_iops", What::write_iops);
    });
  }

  void add_rates(std::string_view key, DeviceRate::What what) {
    std::vector<Reasoned<DeviceRate>> rates;
    for (const auto& it : limits_.device_rates) {
      if (it.value.what == what) rates.push_back(it);
    }
    yaml_.list(key, rates, [&](const Reasoned<DeviceRate>& it) {
      yaml_.comment(why(it.reasons));
      yaml_.map_item([&] {
        yaml_.pair("path", compose_literal(it.value.device));
        yaml_.pair("rate", it.value.rate);
      });
    });
  }

  const Limits& limits_;
  YamlWriter& yaml_;
  ComposeFields fields_;
};

class Compose {
 public:
  explicit Compose(const Policy& policy) : policy_(policy), fields_(yaml_) {}

  std::string run() {
    add_header();
    yaml_.pair("name", label(policy_.name.value));
    yaml_.empty_line();
    yaml_.map("services", [&] {
      yaml_.map(label(policy_.name.value), [&] { add_service(); });
    });
    add_networks();
    add_volumes();
    return yaml_.take();
  }

 private:
  using Text = Reasoned<std::string>;

  void add_header() {
    yaml_.comment(
        "The service of " + policy_.dockerfile +
        ", confined to what it needs. Written by harden: change harden.toml "
        "and run harden again, not this file.");
    yaml_.comment("docker compose up");
    yaml_.empty_line();
  }

  void add_service() {
    add_image();
    fields_.text("container_name", policy_.container_name);
    add_user();
    add_paths();
    add_privileges();
    ComposeLimits(policy_.limits, yaml_).run();
    add_devices();
    add_namespaces();
    add_network();
    add_process();
  }

  void add_image() {
    fields_.text("image", policy_.image);
    const std::string& file = policy_.dockerfile;
    if (file.empty() || file.find('/') != std::string::npos) return;
    yaml_.comment("this file lies in a folder beside the Dockerfile");
    yaml_.map("build", [&] {
      yaml_.pair("context", "..");
      yaml_.pair("dockerfile", compose_literal(file));
    });
  }

  // A step-down starts as root, and the image says so.
  void add_user() {
    if (policy_.start.value != StartsAs::user) return;
    const ServingUser& user = policy_.user.value;
    if (user.known()) yaml_.pair("user", user.spec(), policy_.user.reasons);
    yaml_.list("group_add", user.groups,
               [&](std::uint32_t it) { yaml_.item(std::to_string(it)); });
  }

  void add_paths() {
    fields_.truth("read_only", policy_.read_only_root);
    std::vector<const WritablePath*> tmpfs;
    std::vector<const WritablePath*> mounts;
    for (const WritablePath& it : policy_.writable) {
      const bool short_form =
          it.kind == WritablePath::Kind::tmpfs && !has_colon(it);
      (short_form ? tmpfs : mounts).push_back(&it);
    }
    yaml_.list("tmpfs", tmpfs, [&](const auto* it) { add_tmpfs(*it); });
    yaml_.list("volumes", mounts, [&](const auto* it) { add_mount(*it); });
  }

  void add_tmpfs(const WritablePath& path) {
    yaml_.item(
        compose_literal(path.path + ":" + tmpfs_options(path, Engine::docker)),
        path.reasons);
  }

  void add_mount(const WritablePath& path) {
    yaml_.comment(why(path.reasons));
    yaml_.map_item([&] {
      if (path.kind == WritablePath::Kind::tmpfs) {
        yaml_.pair("type", "tmpfs");
        yaml_.pair("target", compose_literal(path.path));
        yaml_.map("tmpfs", [&] {
          if (path.size != 0) yaml_.pair("size", path.size);
          yaml_.pair("mode", 01777);
        });
        return;
      }
      yaml_.pair("type", is_bind(path) ? "bind" : "volume");
      yaml_.pair("source", is_bind(path) ? compose_literal(path.volume)
                                         : volume_key(path.volume));
      yaml_.pair("target", compose_literal(path.path));
      if (!is_bind(path)) return;
      yaml_.map("bind", [&] {
        yaml_.pair("create_host_path", false);
        if (path.relabel == '\0') return;
        yaml_.comment(relabel_note(path));
        yaml_.pair("selinux", std::string(1, path.relabel));
      });
    });
  }

  const std::string& volume_key(const std::string& name) {
    const auto found = volume_keys_.find(name);
    if (found != volume_keys_.end()) return found->second;
    return volume_keys_[name] = labels_.take(name);
  }

  void add_privileges() {
    yaml_.map("cap_drop", [&] { yaml_.item("ALL"); });
    yaml_.list("cap_add", policy_.capabilities,
               [&](const auto& it) { yaml_.item(it.name, it.reasons); });
    const bool any =
        policy_.no_new_privileges.value || !policy_.seccomp.value.empty() ||
        !policy_.apparmor.value.empty() || !policy_.selinux.empty();
    if (any) yaml_.map("security_opt", [&] { add_security_options(); });
  }

  void add_security_options() {
    if (policy_.no_new_privileges.value) {
      yaml_.item("no-new-privileges=true", policy_.no_new_privileges.reasons);
    }
    const auto add = [&](const std::string& key, const Text& setting) {
      if (setting.value.empty()) return;
      yaml_.item(key + "=" + compose_literal(setting.value), setting.reasons);
    };
    add("seccomp", policy_.seccomp);
    add("apparmor", policy_.apparmor);
    for (const Text& it : policy_.selinux) add("label", it);
  }

  void add_devices() {
    yaml_.list("devices", policy_.devices, [&](const auto& it) {
      yaml_.item(compose_literal(it.spec), it.reasons);
    });
    yaml_.list("device_cgroup_rules", policy_.device_cgroup_rules,
               [&](const Text& it) {
                 yaml_.item(compose_literal(it.value), it.reasons);
               });
  }

  void add_namespaces() {
    fields_.text("ipc", policy_.namespaces.ipc);
    fields_.text("cgroup", policy_.namespaces.cgroup);
    fields_.text("pid", policy_.namespaces.pid);
  }

  void add_network() {
    const Text& network = policy_.namespaces.network;
    if (is_user_network(network.value)) {
      yaml_.comment(why(network.reasons));
      yaml_.map("networks", [&] { yaml_.item(label(network.value)); });
    } else {
      fields_.text("network_mode", network);
    }
    if (!has_own_network(network.value)) return;
    std::vector<PortNeed> ports;
    for (const PortNeed& it : policy_.ports) {
      if (it.host_port != 0) ports.push_back(it);
    }
    yaml_.list("ports", ports, [&](const PortNeed& it) {
      yaml_.item(compose_literal(published(it)), it.reasons);
    });
  }

  void add_process() {
    fields_.truth("init", policy_.init);
    add_health();
    fields_.text("restart", policy_.restart);
    yaml_.list("sysctls", policy_.sysctls, [&](const auto& it) {
      yaml_.pair(it.value.first, compose_literal(it.value.second), it.reasons);
    });
  }

  // A HEALTHCHECK of the image applies by itself.
  void add_health() {
    const Health& health = policy_.health.value;
    if (!health.none && !overrides_health(policy_)) return;
    yaml_.comment(why(policy_.health.reasons));
    yaml_.map("healthcheck", [&] {
      if (health.none) return yaml_.pair("disable", true);
      if (!health.test.empty()) {
        std::vector<std::string> test{"CMD"};
        for (const std::string& it : health.test) {
          test.push_back(compose_literal(it));
        }
        yaml_.list("test", test,
                   [&](const std::string& it) { yaml_.item(it); });
      }
      add_duration("interval", health.interval);
      add_duration("timeout", health.timeout);
      add_duration("start_period", health.start_period);
      if (health.retries != 0) yaml_.pair("retries", health.retries);
    });
  }

  void add_duration(std::string_view key, std::chrono::nanoseconds time) {
    if (time.count() != 0) yaml_.pair(key, duration_text(time));
  }

  void add_networks() {
    const std::string& network = policy_.namespaces.network.value;
    if (!is_user_network(network)) return;
    yaml_.empty_line();
    yaml_.map("networks", [&] {
      yaml_.map(label(network), [&] { yaml_.pair("driver", "bridge"); });
    });
  }

  void add_volumes() {
    if (volume_keys_.empty()) return;
    yaml_.empty_line();
    yaml_.comment("called as run.sh calls them, which uses the same");
    yaml_.map("volumes", [&] {
      for (const auto& [name, key] : volume_keys_) {
        yaml_.map(key, [&, &volume = name] {
          yaml_.pair("name", compose_literal(volume));
        });
      }
    });
  }

  const Policy& policy_;
  YamlWriter yaml_;
  ComposeFields fields_;
  UniqueLabels labels_;
  std::map<std::string, std::string> volume_keys_;  // by the volume's name
};

}  // namespace

std::string emit_compose(const Policy& policy) {
  if (!policy.unsafe_because.empty()) return {};
  return Compose(policy).run();
}

}  // namespace harden
