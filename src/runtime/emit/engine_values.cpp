#include "runtime/emit/engine_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace harden {
namespace {

bool has_owner(const WritablePath& path) { return path.uid || path.gid; }

// Without the owner only everybody's folder can be the user's.
std::uint32_t mode_of(const WritablePath& path, Engine engine) {
  return engine == Engine::podman && has_owner(path) ? 01777 : path.mode;
}

}  // namespace

std::string tmpfs_options(const WritablePath& path, Engine engine) {
  std::string options = path.exec ? "rw,exec" : "rw,noexec";
  options += ",nosuid,nodev";
  if (path.size != 0) options += ",size=" + size_text(path.size);
  if (engine == Engine::docker) {
    if (path.uid) options += fmt::format(",uid={}", *path.uid);
    if (path.gid) options += fmt::format(",gid={}", *path.gid);
  }
  return options + fmt::format(",mode={:04o}", mode_of(path, engine));
}

bool has_colon(const WritablePath& path) {
  return path.path.find(':') != std::string::npos;
}

std::string tmpfs_note(const WritablePath& path, Engine engine) {
  if (engine != Engine::podman || !has_owner(path)) return {};
  return "Podman refuses uid= and gid= here, so everybody in the container may "
         "write";
}

std::string relabel_note(const WritablePath& path) {
  return fmt::format("with SELinux everything in the host's folder gets {}",
                     path.relabel == 'Z' ? "a label of this container only"
                                         : "a label of all containers");
}

bool is_bind(const WritablePath& path) { return path.volume.starts_with('/'); }

std::string published(const PortNeed& port) {
  std::string host = port.host_address;
  if (host.find(':') != std::string::npos && !host.starts_with('[')) {
    host = "[" + host + "]";
  }
  if (!host.empty()) host += ':';
  return fmt::format("{}{}:{}/{}", host, port.host_port, port.port,
                     to_string(port.protocol));
}

bool is_user_network(std::string_view network) {
  return !network.empty() && network != "none" && network != "bridge" &&
         network != "default" && network.find(':') == std::string_view::npos;
}

bool has_own_network(std::string_view network) {
  return network != "none" && !network.starts_with("container:");
}

std::uint16_t lowest_reserved_port(const Policy& policy) {
  std::uint16_t lowest = 0;
  for (const PortNeed& it : policy.ports) {
    const bool reserved = it.port != 0 && it.port < 1024;
    if (reserved && (lowest == 0 || it.port < lowest)) lowest = it.port;
  }
  return lowest;
}

std::string sysctl(const Policy& policy, std::string_view name) {
  for (const auto& it : policy.sysctls) {
    if (it.value.first == name) return it.value.second;
  }
  return {};
}

bool overrides_health(const Policy& policy) {
  const auto& reasons = policy.health.reasons;
  return std::ranges::any_of(reasons, [](const Reason& it) {
    return it.source == Reason::Source::config ||
           it.source == Reason::Source::option;
  });
}

}  // namespace harden
