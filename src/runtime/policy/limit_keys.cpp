// `[policy.limits]`.
#include <cmath>

#include "runtime/policy/policy_key.h"

namespace harden {
namespace {

template <auto Member>
PolicySetting set_size(const PolicyValue& value) {
  return [it = reasoned(value.size(), value)](Policy& p) {
    p.limits.*Member = it;
  };
}
template <auto Member, std::uint32_t Least, std::uint32_t Most>
PolicySetting set_number(const PolicyValue& value) {
  return [it = reasoned(value.number(Least, Most), value)](Policy& p) {
    p.limits.*Member = it;
  };
}
template <auto Member>
PolicySetting set_limit_word(const PolicyValue& value) {
  return [it = reasoned(value.word(), value)](Policy& p) {
    p.limits.*Member = it;
  };
}

PolicySetting set_cpus(const PolicyValue& value) {
  const auto thousandths =
      static_cast<std::uint32_t>(std::lround(value.real(0.01, 1024) * 1000));
  return [it = reasoned(thousandths, value)](Policy& p) { p.limits.cpus = it; };
}

PolicySetting set_memory(const PolicyValue& value) {
  return [it = reasoned(value.size(), value)](Policy& p) {
    p.limits.memory = it;
    p.limits.memory_swap.value = it.value;
    Limits& limits = p.limits;
    if (limits.memory_reservation.value > it.value) {
      limits.memory_reservation.value = it.value;
    }
  };
}

PolicySetting set_ulimits(const PolicyValue& value) {
  std::vector<Reasoned<Ulimit>> all;
  for (Ulimit& it : each(value, policy_ulimit)) {
    all.push_back({std::move(it), {value.reason}});
  }
  return [all](Policy& p) {
    for (const Reasoned<Ulimit>& it : all) {
      std::erase_if(p.limits.ulimits, [&](const Reasoned<Ulimit>& other) {
        return other.value.name == it.value.name;
      });
      p.limits.ulimits.push_back(it);
    }
  };
}

template <DeviceRate::What What>
PolicySetting set_rates(const PolicyValue& value) {
  std::vector<Reasoned<DeviceRate>> all;
  for (DeviceRate& it : each(value, [](const PolicyValue& item) {
         return policy_rate(item, What);
       })) {
    all.push_back({std::move(it), {value.reason}});
  }
  return [all](Policy& p) {
    p.limits.device_rates.insert(p.limits.device_rates.end(), all.begin(),
                                 all.end());
  };
}

using RateKind = DeviceRate::What;
constexpr PolicyKey limit_key_table[] = {
    {"limits.blkio_weight", set_number<&Limits::blkio_weight, 10, 1000>},
    {"limits.cgroup_parent", set_limit_word<&Limits::cgroup_parent>},
    {"limits.cpu_shares", set_number<&Limits::cpu_shares, 2, 262144>},
    {"limits.cpus", set_cpus},
    {"limits.cpuset_cpus", set_limit_word<&Limits::cpuset_cpus>},
    {"limits.cpuset_mems", set_limit_word<&Limits::cpuset_mems>},
    {"limits.device_read_bps", set_rates<RateKind::read_bps>},
    {"limits.device_read_iops", set_rates<RateKind::read_iops>},
    {"limits.device_write_bps", set_rates<RateKind::write_bps>},
    {"limits.device_write_iops", set_rates<RateKind::write_iops>},
    {"limits.memory", set_memory},
    {"limits.memory_reservation", set_size<&Limits::memory_reservation>},
    {"limits.memory_swap", set_size<&Limits::memory_swap>},
    {"limits.pids", set_number<&Limits::pids, 1, 4194304>},
    {"limits.shm_size", set_size<&Limits::shm_size>},
    {"limits.ulimits", set_ulimits},
};

}  // namespace

std::span<const PolicyKey> limit_keys() { return limit_key_table; }

}  // namespace harden
