// The shape that a Policy takes as a pod, and what is lost on the way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/policy.h"

namespace harden {

// A folder that the pod's program may write.
struct PodVolume {
  const WritablePath* path = nullptr;  // nullptr: /dev/shm
  std::string name;                    // within the pod
  std::string claim;  // of a PersistentVolumeClaim; empty: an emptyDir
  std::string mount_path;
  std::uint64_t size = 0;  // bytes, of an emptyDir
  // Kubernetes copies nothing of the image there; an init container does.
  bool seed = false;
};

struct PodSysctl {
  std::string name;
  std::string value;
  std::vector<Reason> reasons;
};

struct PodPlan {
  std::string name;  // of all objects
  std::vector<PodVolume> volumes;
  // Paths that cannot be mounted, in order.
  std::vector<const WritablePath*> unseeded;  // no shell to copy with
  std::vector<const WritablePath*> unnamed;   // a colon is in them
  std::vector<PodSysctl> sysctls;
  std::vector<std::string> unsafe_sysctls;
  std::vector<std::string> capabilities;  // that "restricted" lets be added
  bool has_claims = false;
  std::vector<PortNeed> ports;
};

// Why there is no pod for this policy; empty: there is one.
std::string no_pod_because(const Policy& policy);

PodPlan plan_pod(const Policy& policy);

// SELinux options that "restricted" allows: {"type", "container_t"}, …
std::vector<std::pair<std::string, std::string>> pod_selinux(
    const Policy& policy);

// Whether HEALTHCHECK can be run in the container.
bool has_exec_probe(const Policy& policy);

}  // namespace harden
