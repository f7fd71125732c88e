#include "runtime/emit/compose_fields.h"
#include "runtime/emit/names.h"
#include "runtime/emit/reasons.h"

namespace harden {
namespace {

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

}  // namespace

std::string compose_literal(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '$' ? "$$" : std::string(1, c);
  return result;
}

void ComposeFields::text(std::string_view key,
                         const Reasoned<std::string>& setting) {
  if (setting.value.empty()) return;
  yaml_.pair(key, compose_literal(setting.value), setting.reasons);
}

void ComposeFields::size(std::string_view key,
                         const Reasoned<std::uint64_t>& setting) {
  if (setting.value == 0) return;
  yaml_.pair(key, size_text(setting.value), setting.reasons);
}

void ComposeFields::number(std::string_view key,
                           const Reasoned<std::uint32_t>& setting) {
  if (setting.value != 0) yaml_.pair(key, setting.value, setting.reasons);
}

void ComposeFields::truth(std::string_view key, const Reasoned<bool>& setting) {
  if (setting.value) yaml_.pair(key, true, setting.reasons);
}

void write_compose_limits(const Limits& limits, YamlWriter& yaml) {
  ComposeLimits(limits, yaml).run();
}

}  // namespace harden
