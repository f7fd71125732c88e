#include <fmt/format.h>

#include "runtime/emit/reasons.h"
#include "runtime/emit/run_options.h"

namespace harden {
namespace {

// Whether `docker update` changes it on a running container.
enum class LiveContainer : bool { no, yes };

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
    // Which limits `podman update` takes changed from version to version.
    if (live == LiveContainer::yes && engine_ == Engine::docker) {
      reason += reason.empty() ? "" : " ";
      reason += "(docker update changes it live)";
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

}  // namespace

std::vector<RunOption> limit_options(const Policy& policy, Engine engine) {
  return LimitOptions(policy.limits, engine).run();
}

}  // namespace harden
