// Mounts that bring the engine's socket into a container.
#pragma once

#include "containers/container_settings.h"

namespace harden::rule {

// The socket, or the folder that it lies in.
bool brings_engine_socket(const MountSetting& mount);

}  // namespace harden::rule
