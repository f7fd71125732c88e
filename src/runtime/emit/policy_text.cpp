// What `harden policy` prints for people: sections of values, and why each is
// so.
#include <fmt/format.h>

#include <algorithm>

#include "base/quote/visible_text.h"
#include "base/text/joined_texts.h"
#include "base/text/palette.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/texts.h"

namespace harden {
namespace {

struct PolicyRow {
  std::string name;
  std::string value;
  std::string reason;  // may be empty
};

struct PolicySection {
  std::string title;
  std::vector<PolicyRow> rows;
};

class RowsBuilder {
 public:
  explicit RowsBuilder(std::string title) { section_.title = std::move(title); }

  void add(std::string name, std::string value,
           const std::vector<Reason>& reasons = {}) {
    section_.rows.push_back({std::move(name), std::move(value), why(reasons)});
  }
  void text(std::string name, const Reasoned<std::string>& it,
            const std::string& none = "") {
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
  return health.test.empty() ? "none" : joined_texts(health.test, " ");
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

std::vector<PolicySection> policy_sections(const Policy& policy) {
  return {service(policy),   user(policy),       files(policy),
          network(policy),   privileges(policy), limits(policy),
          isolation(policy), process(policy)};
}

std::size_t width_of(std::string_view text) {
  std::size_t count = 0;
  for (const Cell& it : visible_cells(text)) count += it.width;
  return count;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = width_of(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

class TextPolicy {
 public:
  explicit TextPolicy(bool colour) : palette_(colour) {}

  // Reasons of a section stand in one column; very long values stick out.
  void section(const PolicySection& section) {
    if (section.rows.empty()) return;
    std::size_t width = 0;
    for (const PolicyRow& it : section.rows) {
      if (it.reason.empty()) continue;
      const std::size_t wanted = width_of(visible(it.value));
      if (wanted <= widest) width = std::max(width, wanted);
    }
    text_ += (text_.empty() ? "" : "\n") + palette_.bold(section.title) + "\n";
    for (const PolicyRow& it : section.rows) row(it, width);
  }

  void sentences(std::string_view title,
                 const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    text_ += "\n" + palette_.bold(title) + "\n";
    for (const std::string& it : sentences) {
      text_ += "  " + visible(it) + "\n";
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static constexpr std::size_t widest = 48;
  static constexpr std::size_t name_width = 20;

  void row(const PolicyRow& row, std::size_t width) {
    const std::string value = visible(row.value);
    const std::string reason = visible(row.reason);
    text_ += "  " + padded(row.name, name_width);
    if (reason.empty()) {
      text_ += value + "\n";
    } else {
      text_ += padded(value, width) + "  " + palette_.dim(reason) + "\n";
    }
  }

  Palette palette_;
  std::string text_;
};

}  // namespace

std::string emit_policy_text(const Policy& policy, bool colour) {
  TextPolicy text(colour);
  for (const PolicySection& it : policy_sections(policy)) text.section(it);
  if (!policy.unsafe_because.empty()) {
    text.sentences("Not safe to run", {policy.unsafe_because});
  }
  text.sentences("Assumed", policy.assumptions);
  text.sentences("Left to you", policy.tasks);
  return text.take();
}

}  // namespace harden
