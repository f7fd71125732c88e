// What a container needs of netlink: asked by all that confine its sockets, so
// that no profile of a bundle refuses what another one allows.
#pragma once

#include <cstdint>

#include "runtime/policy.h"

namespace harden {

enum class NetlinkNeed : std::uint8_t {
  none,
  interfaces,  // NETLINK_ROUTE, to list interfaces and their addresses
  all,         // it has NET_ADMIN
};
// A program of which nobody knows the runtime may list interfaces: getifaddrs
// of every C library does so. Without a network there still is `lo`.
NetlinkNeed netlink_need(const Policy& policy);

}  // namespace harden
