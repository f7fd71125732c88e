// From needed calls to the profile of a container.
#include <algorithm>
#include <utility>

#include "runtime/policy.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/default_profile.h"
#include "runtime/seccomp/needed_calls.h"
#include "runtime/seccomp/seccomp.h"

namespace harden {
namespace {

using seccomp::Names;
using seccomp::NeededCalls;

// From <sys/socket.h>, and from <linux/netlink.h>.
constexpr std::uint64_t af_unix = 1;
constexpr std::uint64_t af_inet = 2;
constexpr std::uint64_t af_inet6 = 10;
constexpr std::uint64_t af_netlink = 16;
constexpr std::uint64_t af_packet = 17;
constexpr std::uint64_t netlink_route = 0;

SeccompArgument equals(std::uint32_t index, std::uint64_t value) {
  return {index, value, 0, SeccompOp::eq};
}

class ProfileMaker {
 public:
  ProfileMaker(const Policy& policy, const SeccompRequest& request)
      : policy_(policy), request_(request) {}

  SeccompProfile run() {
    add_architectures();
    std::vector<NeededCalls> needed = seccomp::needed_calls(policy_, request_);
    if (request_.margin == SeccompMargin::family) add_families(needed);
    if (request_.compat32) add_compat32(needed);
    for (const NeededCalls& it : needed) add_plain(it);
    add_sockets();
    add_from_default("personality");
    add_processes();
    return std::move(profile_);
  }

 private:
  void add_architectures() {
    profile_.architectures = {{"SCMP_ARCH_X86_64", {}},
                              {"SCMP_ARCH_AARCH64", {}}};
    if (!request_.compat32) return;
    profile_.architectures[0].below = {"SCMP_ARCH_X86"};
    profile_.architectures[1].below = {"SCMP_ARCH_ARM"};
  }

  static Names all_names(const std::vector<NeededCalls>& needed) {
    Names all;
    for (const NeededCalls& it : needed) {
      all.insert(it.names.begin(), it.names.end());
    }
    return all;
  }

  static void add_families(std::vector<NeededCalls>& needed) {
    const Names all = all_names(needed);
    NeededCalls siblings{"what another version of the libc calls instead", {}};
    for (const seccomp::Texts family : seccomp::tables.families) {
      const bool any = std::ranges::any_of(
          family, [&](std::string_view it) { return all.contains(it); });
      if (any) siblings.names.insert(family.begin(), family.end());
    }
    needed.push_back(std::move(siblings));
  }

  static void add_compat32(std::vector<NeededCalls>& needed) {
    const Names all = all_names(needed);
    NeededCalls others{
        "how 32-bit programs ask for the same; socketcall hides its family "
        "from every filter",
        {}};
    for (const seccomp::RelatedRow& it : seccomp::tables.compat32) {
      if (!all.contains(it.name)) continue;
      others.names.insert(it.names.begin(), it.names.end());
    }
    needed.push_back(std::move(others));
  }

  // Whether one of the profile's architectures has the call.
  bool is_there(std::string_view name) const {
    const seccomp::CallRow* call = seccomp::find_call(name);
    if (call == nullptr) return false;
    if (call->amd64 >= 0 || call->arm64 >= 0) return true;
    return request_.compat32 && (call->i386 >= 0 || call->arm >= 0);
  }

  // Those whose arguments are looked at have rules of their own.
  static bool has_own_rules(std::string_view name) {
    return name == "socket" || name == "clone" || name == "clone3" ||
           name == "personality";
  }

  // Each name once, where it first occurs.
  void add_plain(const NeededCalls& needed) {
    SeccompRule rule;
    rule.comment = needed.reason;
    for (const std::string& it : needed.names) {
      if (!is_there(it) || !seccomp::default_allows(it, policy_.capabilities) ||
          !taken_.insert(it).second || has_own_rules(it)) {
        continue;
      }
      rule.names.push_back(it);
    }
    if (!rule.names.empty()) profile_.rules.push_back(std::move(rule));
  }

  void add_socket(std::string comment, std::vector<SeccompArgument> arguments) {
    SeccompRule rule;
    rule.names = {"socket"};
    rule.comment = std::move(comment);
    rule.arguments = std::move(arguments);
    profile_.rules.push_back(std::move(rule));
  }

  bool has(std::string_view capability) const {
    return seccomp::holds(policy_.capabilities, capability);
  }

  void add_sockets() {
    if (!taken_.contains("socket")) return;
    add_socket("sockets between processes: AF_UNIX", {equals(0, af_unix)});
    if (policy_.namespaces.network.value != "none") {
      add_socket("the network: AF_INET", {equals(0, af_inet)});
      add_socket("the network: AF_INET6", {equals(0, af_inet6)});
    }
    add_netlink();
    if (has("NET_RAW")) {
      add_socket("the container has NET_RAW: AF_PACKET",
                 {equals(0, af_packet)});
    }
  }

  void add_netlink() {
    switch (netlink_need(policy_)) {
      case NetlinkNeed::none:
        return;
      case NetlinkNeed::interfaces:
        return add_socket(
            "the list of interfaces: AF_NETLINK with NETLINK_ROUTE",
            {equals(0, af_netlink), equals(2, netlink_route)});
      case NetlinkNeed::all:
        return add_socket("the container has NET_ADMIN: AF_NETLINK",
                          {equals(0, af_netlink)});
    }
  }

  void add_from_default(std::string_view name) {
    if (!taken_.contains(name)) return;
    for (const seccomp::GroupRow& it : seccomp::tables.groups) {
      if (it.names.front() != name || !seccomp::is_unconditional(it)) continue;
      add_resolved(it);
    }
  }

  void add_resolved(const seccomp::GroupRow& group) {
    SeccompRule rule = seccomp::rule_of(group);
    rule.excludes = {};
    profile_.rules.push_back(std::move(rule));
  }

  // Namespaces need SYS_ADMIN. clone3 always has a rule: its error is what
  // makes a libc take clone.
  void add_processes() {
    if (has("SYS_ADMIN")) {
      SeccompRule rule;
      rule.comment = "the container has SYS_ADMIN: processes in namespaces";
      rule.names = {"clone", "clone3"};
      profile_.rules.push_back(std::move(rule));
      return;
    }
    add_from_default("clone");
    for (const seccomp::GroupRow& it : seccomp::tables.groups) {
      if (it.name == "clone3") add_resolved(it);
    }
  }

  const Policy& policy_;
  const SeccompRequest& request_;
  SeccompProfile profile_;
  Names taken_;
};

}  // namespace

SeccompProfile seccomp_profile_for(const Policy& policy,
                                   const SeccompRequest& request) {
  return ProfileMaker(policy, request).run();
}

std::vector<std::string> seccomp_left_out(const Policy& policy,
                                          const SeccompRequest& request) {
  std::vector<std::string> left_out;
  if (!request.seen) return left_out;
  for (const std::string& it : *request.seen) {
    if (seccomp::find_call(it) == nullptr || it == "clone3" ||
        seccomp::default_allows(it, policy.capabilities)) {
      continue;
    }
    left_out.push_back(it);
  }
  return left_out;
}

std::size_t count_allowed(const SeccompProfile& profile) {
  Names names;
  for (const SeccompRule& it : profile.rules) {
    if (it.action != SeccompAction::allow || !it.includes.empty()) continue;
    names.insert(it.names.begin(), it.names.end());
  }
  return names.size();
}

}  // namespace harden
