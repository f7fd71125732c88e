#include "runtime/policy/netlink_need.h"

#include <algorithm>

#include "knowledge/knowledge.h"

namespace harden {

NetlinkNeed netlink_need(const Policy& policy) {
  const bool administers = std::ranges::any_of(
      policy.capabilities,
      [](const CapabilityNeed& it) { return it.name == "NET_ADMIN"; });
  if (administers) return NetlinkNeed::all;
  const Runtime* runtime = find_runtime(policy.syscall_class.value);
  const bool lists = runtime == nullptr || runtime->lists_interfaces;
  return lists ? NetlinkNeed::interfaces : NetlinkNeed::none;
}

}  // namespace harden
