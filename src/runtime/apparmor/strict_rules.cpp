#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text/word_lists.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/programs.h"
#include "runtime/apparmor/profile_rules.h"
#include "runtime/policy.h"

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
  return std::ranges::any_of(
      ports, [&](const PortNeed& it) { return it.protocol == protocol; });
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
                     quoted_text(profile));
}

}  // namespace

std::string strict_rules(const Policy& policy, std::string_view profile) {
  return network_rules(policy) + capability_rules(policy) + read_rules(policy) +
         program_rules(policy) + write_rules(policy) +
         trace_rules(policy, profile);
}

namespace {

constexpr std::string_view bin_folders = "/{,usr/,usr/local/}{,s}bin/";

bool is_bin_folder(std::string_view folder) {
  static constexpr std::array<std::string_view, 6> folders = {
      "/bin",      "/sbin",          "/usr/bin",
      "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"};
  return is_one_of(folder, folders);
}

std::string name_pattern(std::string_view name) {
  const auto& all = lists::program_links;
  const auto found = std::ranges::find(all, name, &lists::ProgramLink::name);
  return found == all.end() ? literal(name) : std::string(found->pattern);
}

std::string pattern_of(std::string_view program) {
  const std::size_t slash = program.rfind('/');
  if (slash != program.npos && !is_bin_folder(program.substr(0, slash))) {
    return quoted_text(program);
  }
  const std::string_view name =
      slash == program.npos ? program : program.substr(slash + 1);
  return fmt::format("\"{}{}\"", bin_folders, name_pattern(name));
}

class ProgramPatterns {
 public:
  void add(std::string pattern) {
    const auto same = std::ranges::find(all_, pattern);
    if (same == all_.end()) all_.push_back(std::move(pattern));
  }
  void add_program(const std::string& program) {
    const std::string_view name =
        std::string_view(program).substr(program.rfind('/') + 1);
    // `.` and `..` are not programs, and neither are relative paths: whoever
    // made the policy knows the folder.
    const bool relative =
        program.find('/') != program.npos && !program.starts_with('/');
    if (name.empty() || name == "." || name == ".." || relative) return;
    add(pattern_of(program));
  }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> program_patterns(const Policy& policy) {
  ProgramPatterns patterns;
  for (const std::string& it : policy.starters) patterns.add_program(it);
  for (const auto& it : policy.executables) patterns.add_program(it.value);
  const Health& health = policy.health.value;
  if (!health.none && !health.test.empty()) {
    patterns.add_program(health.test.front());
  }
  if (const Runtime* runtime = find_runtime(policy.syscall_class.value)) {
    for (const std::string& it : runtime->program_paths) {
      patterns.add(fmt::format("\"{}\"", it));
    }
  }
  if (policy.init.value) {
    for (const std::string_view it : lists::engine_inits) {
      patterns.add(fmt::format("\"{}\"", it));
    }
  }
  if (policy.runs_scripts) patterns.add(fmt::format("\"{}*\"", bin_folders));
  return patterns.take();
}

}  // namespace harden::apparmor
