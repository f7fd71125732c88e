// What a container of the image needs at run time, and nothing more.
//
// One Policy is derived from the final Dockerfile, its scripts, what is known
// about images and runtimes, and harden.toml; every file that harden writes for
// a runtime is a function of it, so that they cannot disagree. Each value
// carries its reasons.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

struct Reason {
  enum class Source : std::uint8_t {
    file,       // the Dockerfile or a script of the build context
    knowledge,  // an entry of templates/*.json
    config,     // harden.toml
    option,     // the command line
    standard,   // what harden does for every image
  };
  Source source = Source::standard;
  std::string text;   // "`VOLUME` in line 12", no full stop
  std::string place;  // "Dockerfile:12", "runtimes.json: nginx"; may be empty
};
std::string_view to_string(Reason::Source source);

// A value and why it is so. Nothing needs no reason.
template <typename T>
struct Reasoned {
  T value{};
  std::vector<Reason> reasons = {};

  // The texts of all reasons, joined by "; ".
  std::string because() const {
    std::string text;
    for (const Reason& it : reasons) {
      text += (text.empty() ? "" : "; ") + it.text;
    }
    return text;
  }
};

// As whom the service itself runs.
struct ServingUser {
  std::string name;  // empty: it has none, or none is known
  // nullopt: the files do not tell.
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  std::vector<std::uint32_t> groups;  // supplementary, by --group-add
  bool known() const { return uid && gid; }
  // "10001:10001", or the name when the numbers are not known.
  std::string spec() const;
};

// How the service comes to run as that user.
enum class StartsAs : std::uint8_t {
  user,     // the engine starts it so
  root,     // as uid 0; a start script, or the base's own, steps down
  unknown,  // it keeps root, or nobody can tell: see Policy::unsafe_because
};
std::string_view to_string(StartsAs start);

enum class Protocol : std::uint8_t { tcp, udp, sctp };
std::string_view to_string(Protocol protocol);

struct PortNeed {
  std::uint16_t port = 0;  // in the container
  Protocol protocol = Protocol::tcp;
  // Where the host listens; 127.0.0.1 unless told. Port 0: not published.
  std::string host_address = "127.0.0.1";
  std::uint16_t host_port = 0;
  std::vector<Reason> reasons = {};
};

struct WritablePath {
  enum class Kind : std::uint8_t { tmpfs, volume };
  std::string path;  // absolute and clean; not below /var/run, which is /run
  Kind kind = Kind::tmpfs;
  // The image has content there, which a tmpfs would hide.
  bool seeded = false;
  // Of a tmpfs.
  std::uint64_t size = 0;     // bytes
  std::uint32_t mode = 0755;  // permission bits, octal
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  bool exec = false;  // the JVM maps libraries from /tmp
  // Of a volume: its name, or an absolute path of the host (a bind mount).
  std::string volume;
  // Of a bind mount, for SELinux: 'z' for a label that all containers may use,
  // 'Z' for one of this container; '\0': the labels stay as they are.
  char relabel = '\0';
  std::vector<Reason> reasons = {};
};
std::string_view to_string(WritablePath::Kind kind);

struct CapabilityNeed {
  std::string name;  // "SETUID", without CAP_
  std::vector<Reason> reasons = {};
  // A file of the image carries it, and cannot be started without it.
  bool of_file = false;
};

struct Ulimit {
  std::string name;  // "nofile"
  std::int64_t soft = 0;
  std::int64_t hard = 0;
};

// A rate of a block device: `--device-read-bps /dev/sda:1mb`.
struct DeviceRate {
  enum class What : std::uint8_t { read_bps, write_bps, read_iops, write_iops };
  What what = What::read_bps;
  std::string device;      // "/dev/sda"
  std::uint64_t rate = 0;  // bytes or operations a second
};
// "read-bps", …: as the engine's options are called, without "device-".
std::string_view to_string(DeviceRate::What what);

// Zero or empty: not limited, or not set. Sizes are bytes.
struct Limits {
  Reasoned<std::uint64_t> memory;
  // Memory and swap together, as the engine counts; equal to memory: no swap.
  Reasoned<std::uint64_t> memory_swap;
  Reasoned<std::uint64_t> memory_reservation;
  Reasoned<std::uint64_t> shm_size;
  Reasoned<std::uint32_t> cpus;  // thousandths of a processor
  Reasoned<std::uint32_t> cpu_shares;
  Reasoned<std::string> cpuset_cpus;  // "0-1"
  Reasoned<std::string> cpuset_mems;
  Reasoned<std::uint32_t> pids;
  Reasoned<std::uint32_t> blkio_weight;  // 10 to 1000
  std::vector<Reasoned<Ulimit>> ulimits;
  std::vector<Reasoned<DeviceRate>> device_rates;
  Reasoned<std::string> cgroup_parent;
};

// Each is its own unless said otherwise. A namespace of the host is never
// chosen by harden; harden.toml cannot ask for it.
struct Namespaces {
  // "private", "shareable", or "container:NAME".
  Reasoned<std::string> ipc;
  Reasoned<std::string> cgroup;  // "private"
  // The name of a user-defined network, "none", or "container:NAME".
  Reasoned<std::string> network;
  Reasoned<std::string> pid;  // empty: private; or "container:NAME"
};

struct DeviceNeed {
  // "/dev/fuse", "/dev/sda:/dev/xvda:r" as for `--device`.
  std::string spec;
  std::vector<Reason> reasons = {};
};

// HEALTHCHECK, as the engine would record it.
struct Health {
  bool none = false;  // `HEALTHCHECK NONE`
  // Empty: there is none. Shell form is {"/bin/sh", "-c", LINE}.
  std::vector<std::string> test;
  // 0: the engine's default.
  std::chrono::nanoseconds interval{0};
  std::chrono::nanoseconds timeout{0};
  std::chrono::nanoseconds start_period{0};
  std::uint32_t retries = 0;
};

// How much harden's own AppArmor profile allows, see harden/apparmor.h.
enum class AppArmorStrength : std::uint8_t {
  container,  // the engines' default rules, and the policy's denies
  strict,     // nothing but what the policy names
};

struct Policy {
  std::string dockerfile;  // as the user would name it: "Dockerfile.secure"
  // Of the service: the container's host, volumes and network are called so.
  Reasoned<std::string> name;
  Reasoned<std::string> image;  // "api:secure"
  // --name; empty: the engine chooses.
  Reasoned<std::string> container_name;

  Reasoned<ServingUser> user;
  Reasoned<StartsAs> start;
  std::string steps_down_in;  // "entrypoint.sh:14"; empty: the base's own
  // Why nothing may be written for a runtime: the service keeps root, or
  // nobody can tell who it runs as. Empty: it is shown.
  std::string unsafe_because;

  std::vector<PortNeed> ports;
  Reasoned<bool> read_only_root;
  std::vector<WritablePath> writable;        // sorted by path, each once
  std::vector<CapabilityNeed> capabilities;  // all others are dropped
  Reasoned<bool> no_new_privileges;
  Reasoned<std::string> seccomp;   // file of a profile; empty: the engine's
  Reasoned<std::string> apparmor;  // name of a profile; empty: the engine's
  AppArmorStrength apparmor_strength = AppArmorStrength::container;
  std::vector<Reasoned<std::string>> selinux;  // "type:container_t", for label=
  // The runtime whose system calls the program makes: key of
  // templates/runtimes.json; empty: not known.
  Reasoned<std::string> syscall_class;
  // Programs that the container starts, by name or path.
  std::vector<Reasoned<std::string>> executables;
  // What runs before them: the first words of ENTRYPOINT and CMD, start
  // scripts. By name or absolute path.
  std::vector<std::string> starters;
  // A script or a shell line is among them, so that any program of the image
  // may run.
  bool runs_scripts = false;
  // Absolute paths beside the usual folders where files of the image lie that
  // the program reads: WORKDIR, what COPY brings.
  std::vector<std::string> folders;
  Limits limits;
  Namespaces namespaces;
  std::vector<DeviceNeed> devices;
  std::vector<Reasoned<std::string>> device_cgroup_rules;  // "c 10:229 rwm"
  std::vector<Reasoned<std::pair<std::string, std::string>>> sysctls;
  Reasoned<bool> init;  // PID 1 does not reap what its children leave
  Reasoned<Health> health;
  Reasoned<std::string> restart;  // "on-failure:5", "no", …
  bool has_shell = true;          // the final image has /bin/sh

  // What a person has to know or do, one sentence each.
  std::vector<std::string> assumptions;
  std::vector<std::string> tasks;
};

// Whether the seccomp profile is the one that harden writes, not one that a
// person names.
bool has_derived_seccomp(const Policy& policy);

// "256m", "1g", "64k": the largest unit that divides the bytes.
std::string size_text(std::uint64_t bytes);
// "1.5" of thousandths.
std::string cpus_text(std::uint32_t thousandths);

// What a container needs of netlink: asked by all that confine its sockets, so
// that no profile of a bundle refuses what another one allows.
enum class NetlinkNeed : std::uint8_t {
  none,
  interfaces,  // NETLINK_ROUTE, to list interfaces and their addresses
  all,         // it has NET_ADMIN
};
// A program of which nobody knows the runtime may list interfaces: getifaddrs
// of every C library does so. Without a network there still is `lo`.
NetlinkNeed netlink_need(const Policy& policy);

}  // namespace harden
