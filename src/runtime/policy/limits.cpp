#include <algorithm>

#include "base/text/append.h"
#include "image/start/installed_server.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

constexpr std::uint64_t default_memory = std::uint64_t{512} << 20;
constexpr std::uint32_t default_pids = 200;
constexpr std::uint32_t one_cpu = 1000;  // thousandths

struct Room {
  std::uint64_t memory = default_memory;
  std::uint32_t pids = default_pids;
  Reason reason = standard("room for a small service");
};

Room room_for(const PolicySubject& subject) {
  const auto server = installed_server(subject.contents, subject.start);
  if (server && server->facts->memory != 0) {
    const std::string id(server->facts->id);
    return {server->facts->memory, server->facts->pids,
            known("servers.json: " + id, "room for a small " + id)};
  }
  const Runtime* runtime = subject.runtime;
  if (runtime == nullptr || runtime->memory == 0) return {};
  return {runtime->memory, runtime->pids,
          known("runtimes.json: " + runtime->id,
                "room for a small " + runtime->id + " service")};
}

void limit_room(const PolicySubject& subject, Limits& limits) {
  const Room room = room_for(subject);
  const LimitWishes& wishes = subject.wishes.limits;
  limits.memory = asked(wishes.memory, {room.memory, {room.reason}});
  limits.pids = asked(wishes.pids, {room.pids, {room.reason}});
  limits.cpus = asked(wishes.cpus, {one_cpu, {standard("one processor")}});
}

// Both are counted with the memory, so neither makes sense beyond it.
void limit_swap(const LimitWishes& wishes, Limits& limits) {
  const std::uint64_t memory = limits.memory.value;
  limits.memory_swap = asked(
      wishes.memory_swap,
      {memory, {standard("no swap: a leak ends the container, not the host")}});
  limits.memory_swap.value = std::max(limits.memory_swap.value, memory);
  limits.memory_reservation = asked(wishes.memory_reservation, {});
  limits.memory_reservation.value =
      std::min(limits.memory_reservation.value, memory);
}

// What nothing but a wish limits.
void limit_as_asked(const LimitWishes& wishes, Limits& limits) {
  limits.shm_size = asked(wishes.shm_size, {});
  limits.cpu_shares = asked(wishes.cpu_shares, {});
  limits.cpuset_cpus = asked(wishes.cpuset_cpus, {});
  limits.cpuset_mems = asked(wishes.cpuset_mems, {});
  limits.blkio_weight = asked(wishes.blkio_weight, {});
  limits.cgroup_parent = asked(wishes.cgroup_parent, {});
  using enum DeviceRate::What;
  for (const auto what : {read_bps, read_iops, write_bps, write_iops}) {
    append(limits.device_rates,
           wishes.device_rates[static_cast<std::size_t>(what)]);
  }
}

void add_ulimits(const LimitWishes& wishes,
                 std::vector<Reasoned<Ulimit>>& all) {
  all.push_back(
      {{"nofile", 1024, 16384},
       {standard("open files and sockets; an engine whose own hard limit is "
                 "lower refuses it")}});
  all.push_back(
      {{"core", 0, 0}, {standard("no core dumps with secrets in them")}});
  std::erase_if(all, [&](const auto& it) {
    return wishes.ulimits.contains(it.value.name);
  });
  for (const auto& [name, wish] : wishes.ulimits) all.push_back(wish);
}

}  // namespace

Limits limits_of(const PolicySubject& subject) {
  const LimitWishes& wishes = subject.wishes.limits;
  Limits limits;
  limit_room(subject, limits);
  limit_swap(wishes, limits);
  limit_as_asked(wishes, limits);
  add_ulimits(wishes, limits.ulimits);
  return limits;
}

std::string in_words(const Limits& limits) {
  return "memory " + size_text(limits.memory.value) + ", " +
         std::to_string(limits.pids.value) + " processes and " +
         (limits.cpus.value == one_cpu
              ? "one processor"
              : cpus_text(limits.cpus.value) + " processors");
}

}  // namespace harden
