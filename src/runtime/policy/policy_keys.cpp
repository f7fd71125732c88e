#include "runtime/policy/policy_keys.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/toml/toml_keys.h"
#include "runtime/policy/policy_key.h"

namespace harden {
namespace {

std::vector<PolicyKey> all_keys() {
  std::vector<PolicyKey> all(container_keys().begin(), container_keys().end());
  all.insert(all.end(), limit_keys().begin(), limit_keys().end());
  return all;
}

class PolicyTableReader {
 public:
  PolicyTableReader(const std::string& file, Reason::Source source,
                    PolicyWishes& wishes)
      : file_(file), source_(source), wishes_(wishes) {}

  void read(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      if (name == "sysctls") {
        read_sysctls(value(name, node));
      } else if (const toml::table* inner = node.as_table();
                 inner != nullptr && is_table(name)) {
        read(*inner, name + ".");
      } else {
        read_key(key, name, node);
      }
    }
  }

 private:
  static bool is_table(const std::string& name) {
    return name == "limits" || name == "health";
  }

  PolicyValue value(const std::string& name, const toml::node& node) const {
    const auto line = node.source().begin.line;
    const bool option = source_ == Reason::Source::option;
    return {name,
            node,
            file_,
            {source_, option ? "`--set " + name + "`" : "`" + name + "`",
             option ? "" : file_ + ":" + std::to_string(line)}};
  }

  void read_key(const toml::key& key, const std::string& name,
                const toml::node& node) {
    const PolicyKey* known = find(name);
    if (known == nullptr) refuse(key, name);
    known->read(value(name, node), wishes_);
  }

  const PolicyKey* find(std::string_view name) const {
    const auto found = std::ranges::find(keys_, name, &PolicyKey::name);
    return found == keys_.end() ? nullptr : &*found;
  }

  [[noreturn]] void refuse(const toml::key& key,
                           const std::string& name) const {
    refuse_key(toml::key(name, key.source()), key_names(keys_), file_);
  }

  void read_sysctls(const PolicyValue& all) {
    const toml::table* table = all.node.as_table();
    if (table == nullptr) all.refuse("a table of strings");
    for (const auto& [key, node] : *table) {
      const PolicyValue it = value("sysctls", node);
      wishes_.sysctls.insert_or_assign(std::string(key.str()),
                                       reasoned(it.word(), it));
    }
  }

  const std::vector<PolicyKey> keys_ = all_keys();
  const std::string& file_;
  Reason::Source source_;
  PolicyWishes& wishes_;
};

}  // namespace

void read_policy_table(const toml::table& table, const std::string& file,
                       Reason::Source source, PolicyWishes& wishes) {
  PolicyTableReader(file, source, wishes).read(table, "");
}

// `[policy.limits]`.

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
