// `[policy.limits]`.
#include <cmath>

#include "runtime/policy/policy_key.h"

namespace harden {
namespace {

template <auto Member>
void read_size(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.limits.*Member = reasoned(value.size(), value);
}
template <auto Member, std::uint32_t Least, std::uint32_t Most>
void read_number(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.limits.*Member = reasoned(value.number(Least, Most), value);
}
template <auto Member>
void read_limit_word(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.limits.*Member = reasoned(value.word(), value);
}

void read_cpus(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.limits.cpus = reasoned(
      static_cast<std::uint32_t>(std::lround(value.real(0.01, 1024) * 1000)),
      value);
}

void read_ulimits(const PolicyValue& value, PolicyWishes& wishes) {
  for (Reasoned<Ulimit>& it : each_reasoned(value, policy_ulimit)) {
    const std::string name = it.value.name;
    wishes.limits.ulimits.insert_or_assign(name, std::move(it));
  }
}

template <DeviceRate::What What>
void read_rates(const PolicyValue& value, PolicyWishes& wishes) {
  wishes.limits.device_rates[static_cast<std::size_t>(What)] = each_reasoned(
      value, [](const PolicyValue& item) { return policy_rate(item, What); });
}

using L = LimitWishes;
using Rate = DeviceRate::What;
constexpr PolicyKey limit_key_table[] = {
    {"limits.blkio_weight", read_number<&L::blkio_weight, 10, 1000>},
    {"limits.cgroup_parent", read_limit_word<&L::cgroup_parent>},
    {"limits.cpu_shares", read_number<&L::cpu_shares, 2, 262144>},
    {"limits.cpus", read_cpus},
    {"limits.cpuset_cpus", read_limit_word<&L::cpuset_cpus>},
    {"limits.cpuset_mems", read_limit_word<&L::cpuset_mems>},
    {"limits.device_read_bps", read_rates<Rate::read_bps>},
    {"limits.device_read_iops", read_rates<Rate::read_iops>},
    {"limits.device_write_bps", read_rates<Rate::write_bps>},
    {"limits.device_write_iops", read_rates<Rate::write_iops>},
    {"limits.memory", read_size<&L::memory>},
    {"limits.memory_reservation", read_size<&L::memory_reservation>},
    {"limits.memory_swap", read_size<&L::memory_swap>},
    {"limits.pids", read_number<&L::pids, 1, 4194304>},
    {"limits.shm_size", read_size<&L::shm_size>},
    {"limits.ulimits", read_ulimits},
};

}  // namespace

std::span<const PolicyKey> limit_keys() { return limit_key_table; }

}  // namespace harden
