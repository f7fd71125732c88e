// Values as the options of container engines and Compose write them alike.
#pragma once

#include <string>
#include <string_view>

#include "runtime/emit/emit.h"
#include "runtime/policy.h"

namespace harden {

// "rw,noexec,nosuid,nodev,size=64m,uid=1,gid=1,mode=1777". Podman refuses
// owners; see tmpfs_note.
std::string tmpfs_options(const WritablePath& path, Engine engine);
// What `--tmpfs` cannot say, as it takes the first `:` for the path's end.
bool has_colon(const WritablePath& path);
// Why the options differ from what the policy says; mostly empty.
std::string tmpfs_note(const WritablePath& path, Engine engine);

// What `z` and `Z` do to the host's folder.
std::string relabel_note(const WritablePath& path);

bool is_bind(const WritablePath& path);

// "127.0.0.1:8080:80/tcp"
std::string published(const PortNeed& port);

// Networks that exist or are nobody's to make.
bool is_user_network(std::string_view network);
// Whether the container has a network of its own, in which it may listen.
bool has_own_network(std::string_view network);

// The user asks for another health check than the image's own.
bool overrides_health(const Policy& policy);

// The lowest port below 1024, which the kernel reserves for root; 0: none.
std::uint16_t lowest_reserved_port(const Policy& policy);

// Of `policy.sysctls`; empty: not set.
std::string sysctl(const Policy& policy, std::string_view name);

inline constexpr std::string_view port_sysctl =
    "net.ipv4.ip_unprivileged_port_start";

}  // namespace harden
