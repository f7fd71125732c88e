#include "containers/engine_socket_mount.h"

#include "knowledge/host_paths.h"

namespace harden::rule {

bool brings_engine_socket(const MountSetting& mount) {
  const bool from_host = mount.kind == MountSetting::Kind::bind ||
                         mount.kind == MountSetting::Kind::other;
  // A variable may decide where the socket is on the host.
  return from_host && (has_engine_socket(clean_host_path(mount.source)) ||
                       mount.target.ends_with("/docker.sock"));
}

}  // namespace harden::rule
