// What the rules about containers look at.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "containers/container_settings.h"
#include "dockerfile/image_state.h"

namespace harden {

// What the image must have to start.
struct NeededCapability {
  std::string name;     // "SETUID"
  std::string because;  // "run.sh:4 changes owners"
};

// What the image of a container says of what its settings leave open.
struct ContainerImage {
  // As whom its program runs; where the container names a user, as that one,
  // looked up in the image.
  EffectiveUser user;
  // Its Dockerfile has a HEALTHCHECK.
  bool has_health_check = false;
  std::vector<NeededCapability> needs = {};
};

}  // namespace harden

namespace harden::rule {

struct ContainerSubject {
  const ContainerSettings& container;
  EffectiveUser user;  // as whom it runs
  std::optional<ContainerImage> image;

  bool is_privileged() const;
  // Whether a setting that is not there may be there after all: a variable
  // decides, or another file. `names`: what the forms call it.
  bool may_be_set(std::initializer_list<std::string_view> names) const;
  // Where it is said that there is no such limit; none when there is one, or
  // may be.
  std::optional<Span> missing_limit(
      const std::optional<PlacedText>& limit,
      std::initializer_list<std::string_view> names) const;
  // Where the user is named, else the container.
  Span user_place() const;

  // The help with the number of what is about the same in section 5 of the CIS
  // Docker Benchmark, which does not speak of what Kubernetes starts.
  std::string cited(std::string_view help, std::string_view number) const;
  std::string unprivileged_user() const;  // how it is given one
};

// Mounts that bring the engine's socket into a container.
// The socket, or the folder that it lies in.
bool brings_engine_socket(const MountSetting& mount);

// The namespaces that can be the host's or another container's.
struct ContainerNamespace {
  std::optional<PlacedText> ContainerSettings::*member;
  std::string_view name;
  std::string_view risk;    // where it is the host's
  std::string_view number;  // in section 5 of the CIS Docker Benchmark
};

inline constexpr ContainerNamespace container_namespaces[] = {
    {&ContainerSettings::pid, "process",
     "it sees every process of the host, and may end those of its user",
     "5.16"},
    {&ContainerSettings::ipc, "IPC",
     "it reads and writes the shared memory of the host's programs", "5.17"},
    {&ContainerSettings::network, "network",
     "it reaches what listens on the host's loopback address only, and takes "
     "any port",
     "5.10"},
    {&ContainerSettings::uts, "UTS",
     "with SYS_ADMIN it changes the host's name, by which others know it",
     "5.21"},
    {&ContainerSettings::userns, "user",
     "its root is the host's root, even where the engine maps users", "5.31"},
    {&ContainerSettings::cgroupns, "cgroup",
     "it sees how the host and its other containers are organised", ""},
};

}  // namespace harden::rule

namespace harden {

template <>
std::span<const RuleCheck<rule::ContainerSubject>> rule_checks();

}  // namespace harden
