#include "runtime/apparmor/profile_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote/comment.h"
#include "base/text/ascii.h"
#include "runtime/emit/texts.h"

namespace harden::apparmor {
namespace {

constexpr std::string_view indent = "  ";

constexpr std::string_view every_process = R"(
  # Devices that the engine gives to every container
  /dev/{null,zero,full,random,urandom,tty,console,ptmx} rw,
  /dev/pts/{,*} rw,
)";

constexpr std::string_view shared_memory = R"(  /dev/{shm,mqueue}/{,**} rwlk,
)";

// The container's side of "/dev/ttyS0:/dev/modem:rw".
std::string device_path(const std::string& spec) {
  const std::size_t first = spec.find(':');
  if (first == std::string::npos) return spec;
  const std::string rest = spec.substr(first + 1);
  const std::string inside = rest.substr(0, rest.find(':'));
  return inside.starts_with('/') ? inside : spec.substr(0, first);
}

// Libraries that the JVM and others unpack there are mapped as code.
std::string writable_rule(const WritablePath& path) {
  return fmt::format("{}  {} rw{}lk,\n", comment(why(path.reasons), indent),
                     whole_tree(path.path), path.exec ? "m" : "");
}

}  // namespace

bool has_capability(const Policy& policy, std::string_view name) {
  const auto& all = policy.capabilities;
  return std::ranges::any_of(
      all, [&](const CapabilityNeed& it) { return it.name == name; });
}

std::string capability_rules(const Policy& policy) {
  if (policy.capabilities.empty()) {
    return "\n  # No capability is needed, so none is allowed.\n";
  }
  std::string text = "\n";
  for (const CapabilityNeed& it : policy.capabilities) {
    text += comment(why(it.reasons), indent);
    text += fmt::format("  capability {},\n", lower_case(it.name));
  }
  return text;
}

std::string write_rules(const Policy& policy) {
  std::string text(every_process);
  if (policy.namespaces.ipc.value != "none") text += shared_memory;
  for (const DeviceNeed& it : policy.devices) {
    text += comment(why(it.reasons), indent);
    text += fmt::format("  {} rw,\n", quoted_text(device_path(it.spec)));
  }
  std::string paths;
  for (const WritablePath& it : policy.writable) paths += writable_rule(it);
  return text + (paths.empty() ? "" : "\n") + paths;
}

std::string paragraph(std::string_view text, std::string_view rules) {
  return "\n" + comment(text, indent) + std::string(rules);
}

// After the engines' own profile (moby/profiles: apparmor/template.go, 2026).

// Of /proc all but the processes' own files and sys/kernel/shm*; of /sys all
// but fs/cgroup.
const std::string_view kernel_files = R"(
  # The kernel's own files. The patterns spell out "everything but".
  deny @{PROC}/* w,
  deny @{PROC}/{[^1-9/],[^1-9/][^0-9/],[^1-9s/][^0-9y/][^0-9s/],[^1-9/][^0-9/][^0-9/][^0-9/]*}/** w,
  deny @{PROC}/sys/[^k]** w,
  deny @{PROC}/sys/kernel/{?,??,[^s][^h][^m]**} w,
  deny @{PROC}/sysrq-trigger rwklx,
  deny @{PROC}/kcore rwklx,
  deny /sys/[^f]*/** wklx,
  deny /sys/f[^s]*/** wklx,
  deny /sys/fs/[^c]*/** wklx,
  deny /sys/fs/c[^g]*/** wklx,
  deny /sys/fs/cg[^r]*/** wklx,
  deny /sys/firmware/** rwklx,
  deny /sys/devices/virtual/powercap/** rwklx,
  deny /sys/kernel/security/** rwklx,

  deny mount,
)";

// Newer releases of Ubuntu give runc and crun profiles of their names.
std::string signal_rules(std::string_view profile) {
  return fmt::format(R"(
  # The engine stops the container; its processes signal one another.
  signal (receive) peer=unconfined,
  signal (receive) peer=runc,
  signal (receive) peer=crun,
  signal (send, receive) peer={},
)",
                     quoted_text(profile));
}

std::string preamble(bool abi) {
  const std::string_view version = abi ? "abi <abi/3.0>,\n" : "";
  return fmt::format("{}include <tunables/global>\n\n", version);
}

std::string opening(std::string_view profile, bool complain) {
  return fmt::format(
      "profile {} flags=(attach_disconnected,mediate_deleted{}) {{\n",
      quoted_text(profile), complain ? ",complain" : "");
}

// A backslash in front of `{` also keeps `@{` from being a variable.
std::string literal(std::string_view path) {
  static constexpr std::string_view special = "*?[]{}^\"\\";
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      result += '?';
      continue;
    }
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string quoted_text(std::string_view path) {
  return '"' + literal(path) + '"';
}

// A path of a rule ends in `/` for folders only.
std::string whole_tree(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return "\"/{,**}\"";
  return '"' + literal(path) + "{,/{,**}}\"";
}

}  // namespace harden::apparmor
