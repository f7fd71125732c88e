// Where the container can write, and on what.
#pragma once

#include <vector>

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

struct WritablePaths {
  // Sorted by path. /tmp and /run are always among them: nearly every runtime
  // writes one of them.
  std::vector<WritablePath> paths;
  // Single files that the image gives to the user: no mount of their own.
  std::vector<std::string> notes;
  // What the start script writes where no mount fits, as in the folder of the
  // program: the root cannot be read-only.
  std::vector<Reason> elsewhere;
};
WritablePaths writable_paths(const PolicySubject& subject,
                             const Policy& policy);

// "/var/lib/redis" for a service "api": "api-var-lib-redis".
std::string volume_name(const std::string& service, const std::string& path);

}  // namespace harden
