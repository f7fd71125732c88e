#include "runtime/apparmor/strict_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "runtime/apparmor/programs.h"
#include "runtime/apparmor/rule_text.h"
#include "runtime/apparmor/shared_rules.h"
#include "runtime/policy/netlink_need.h"

namespace harden::apparmor {
namespace {

// Where distributions and images keep programs, settings and data. Not /root,
// and of /run only what engines put there.
constexpr std::string_view usual_folders = R"(  / r,
  /* r,
  /{bin,sbin,lib,lib32,lib64,libx32,usr,etc,var,opt,srv,app}/{,**} r,
  /docker-entrypoint*/{,**} r,
  /run/ r,
  /run/{secrets,.containerenv}{,/**} r,
  deny /etc/{,g}shadow{,-} rwklx,
)";

// Libraries, and what language runtimes load as code.
constexpr std::string_view libraries =
    R"(  /{,usr/,usr/local/}lib{,32,64,x32}/** mr,
  /etc/ld.so.cache mr,
  /{opt,srv,app}/**.{so,so.*,node,jsa} mr,
)";

constexpr std::string_view process_files = R"(  @{PROC}/ r,
  @{PROC}/@{pid}/{,**} r,
  @{PROC}/@{pid}/{comm,oom_score_adj,task/@{tid}/comm} w,
  @{PROC}/{cpuinfo,filesystems,loadavg,meminfo,mounts,stat,uptime,version} r,
  @{PROC}/net/** r,
  @{PROC}/sys/{,**} r,
  /sys/fs/cgroup/{,**} r,
  /sys/devices/system/{cpu,node}/{,**} r,
  /sys/kernel/mm/transparent_hugepage/{,**} r,
)";

bool has_port(const Policy& policy, Protocol protocol) {
  const auto& ports = policy.ports;
  return std::any_of(ports.begin(), ports.end(), [&](const PortNeed& it) {
    return it.protocol == protocol;
  });
}

std::string netlink_rules(const Policy& policy) {
  switch (netlink_need(policy)) {
    case NetlinkNeed::none:
      return {};
    case NetlinkNeed::interfaces:
      return "  # its program may ask for the container's addresses\n"
             "  network netlink,\n";
    case NetlinkNeed::all:
      return "  # it has NET_ADMIN\n  network netlink,\n";
  }
  return {};
}

std::string network_rules(const Policy& policy) {
  std::string rules = "  network unix,\n" + netlink_rules(policy);
  if (policy.namespaces.network.value == "none") {
    return paragraph("no network but sockets of the container itself", rules);
  }
  rules +=
      "  network inet stream,\n  network inet dgram,\n"
      "  network inet6 stream,\n  network inet6 dgram,\n";
  if (has_port(policy, Protocol::sctp)) {
    rules += "  network inet seqpacket,\n  network inet6 seqpacket,\n";
  }
  if (!has_capability(policy, "NET_RAW")) {
    return paragraph(
        "TCP, UDP and local sockets; no raw ones and no other family", rules);
  }
  rules += "  network inet raw,\n  network inet6 raw,\n  network packet,\n";
  return paragraph("TCP, UDP and local sockets; raw ones for NET_RAW", rules);
}

std::string read_rules(const Policy& policy) {
  std::string rules(usual_folders);
  for (const std::string& it : policy.folders) {
    rules += fmt::format("  {} r,\n", whole_tree(it));
  }
  return paragraph("What the image holds is read.", rules) +
         paragraph("Of the kernel's files those about processes are read.",
                   process_files);
}

std::string program_rules(const Policy& policy) {
  std::string rules;
  for (const std::string& it : program_patterns(policy)) {
    rules += fmt::format("  {} mrix,\n", it);
  }
  std::string_view comment =
      "Programs that run, where images may have them. All others are refused.";
  if (policy.runs_scripts) {
    comment =
        "A script starts the service, so any program of the usual folders may "
        "run; nothing elsewhere, such as in a writable path.";
  }
  if (rules.empty()) {
    comment =
        "Which program starts is not known, so none may run: add a rule such "
        "as `/usr/bin/server mrix,`";
  }
  std::string loaded(libraries);
  for (const std::string& it : policy.folders) {
    loaded +=
        fmt::format("  \"{}/**.{{so,so.*,node,jsa}}\" mr,\n", literal(it));
  }
  return paragraph(comment, rules) +
         paragraph("Libraries that they load", loaded);
}

std::string trace_rules(const Policy& policy, std::string_view profile) {
  const bool traces = has_capability(policy, "SYS_PTRACE");
  return fmt::format("\n  ptrace ({}) peer={},\n",
                     traces ? "trace, tracedby, read, readby" : "read, readby",
                     quoted(profile));
}

}  // namespace

std::string strict_rules(const Policy& policy, std::string_view profile) {
  return network_rules(policy) + capability_rules(policy) + read_rules(policy) +
         program_rules(policy) + write_rules(policy) +
         trace_rules(policy, profile);
}

}  // namespace harden::apparmor
