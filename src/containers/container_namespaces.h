// The namespaces that can be the host's or another container's.
#pragma once

#include <optional>
#include <string_view>

#include "containers/container_settings.h"

namespace harden::rule {

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
