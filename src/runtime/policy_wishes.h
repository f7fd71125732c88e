// What harden.toml and the command line ask of a container: an input of
// derive_policy(), so that what follows from a wish follows from it wherever it
// stands. The order of two different keys means nothing; of one key that is
// given twice the later counts.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/policy.h"

namespace harden {

// Set where somebody asks; its reason says who and where.
template <typename T>
using Wish = std::optional<Reasoned<T>>;

// What is asked for, or else the other.
template <typename T>
Reasoned<T> asked(const Wish<T>& wish, Reasoned<T> otherwise) {
  return wish ? *wish : std::move(otherwise);
}

// `[policy.limits]`; sizes are bytes, see Limits.
struct LimitWishes {
  Wish<std::uint64_t> memory;
  Wish<std::uint64_t> memory_swap;
  Wish<std::uint64_t> memory_reservation;
  Wish<std::uint64_t> shm_size;
  Wish<std::uint32_t> cpus;  // thousandths of a processor
  Wish<std::uint32_t> cpu_shares;
  Wish<std::string> cpuset_cpus;
  Wish<std::string> cpuset_mems;
  Wish<std::uint32_t> pids;
  Wish<std::uint32_t> blkio_weight;
  Wish<std::string> cgroup_parent;
  std::map<std::string, Reasoned<Ulimit>> ulimits;  // by name
  // By what they limit: the index is a DeviceRate::What.
  std::array<std::vector<Reasoned<DeviceRate>>, 4> device_rates;
};

// `[policy.health]`: each replaces that part of HEALTHCHECK.
struct HealthWishes {
  Wish<std::vector<std::string>> test;  // empty: none
  Wish<std::chrono::nanoseconds> interval;
  Wish<std::chrono::nanoseconds> timeout;
  Wish<std::chrono::nanoseconds> start_period;
  Wish<std::uint32_t> retries;
};

struct PolicyWishes {
  // What the service is called where nothing names it: the folder of the build
  // context.
  std::string service;
  // What the hardened file is called, for places in it; empty: as the input.
  std::string final_name;
  // What the seccomp profile is called that is written beside the settings;
  // empty: none is, and the engine's own counts.
  std::string seccomp_file;

  Wish<std::string> name;
  Wish<std::string> image;
  Wish<std::string> container_name;
  Wish<ServingUser> user;  // who is asked for counts as shown
  std::optional<std::vector<std::uint32_t>> groups;
  std::optional<std::vector<PortNeed>> ports;
  Wish<std::string> publish_address;  // of all ports
  std::optional<std::vector<CapabilityNeed>> capabilities;
  std::map<std::string, WritablePath> writable;  // by path
  std::map<std::string, Reason> not_writable;    // by path
  Wish<bool> read_only_root;
  Wish<bool> no_new_privileges;
  Wish<bool> init;
  Wish<std::string> seccomp;  // file of a profile; empty: the engine's
  // "container", "strict": harden's own; else the name of a profile.
  Wish<std::string> apparmor;
  std::optional<std::vector<Reasoned<std::string>>> selinux;
  std::optional<std::vector<Reasoned<std::string>>> device_cgroup_rules;
  std::optional<std::vector<DeviceNeed>> devices;
  std::map<std::string, Reasoned<std::string>> sysctls;
  Wish<std::string> ipc;
  Wish<std::string> pid;
  Wish<std::string> network;  // "none" and "container:NAME" take no ports
  Wish<std::string> restart;
  HealthWishes health;
  LimitWishes limits;
};

}  // namespace harden
