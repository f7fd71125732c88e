#include "knowledge/capability_names.h"

#include <array>
#include <string>

#include "base/text/ascii.h"
#include "base/text/closest.h"

namespace harden {
namespace {

constexpr std::array<std::string_view, 41> names = {
    "AUDIT_CONTROL",   "AUDIT_READ",   "AUDIT_WRITE",
    "BLOCK_SUSPEND",   "BPF",          "CHECKPOINT_RESTORE",
    "CHOWN",           "DAC_OVERRIDE", "DAC_READ_SEARCH",
    "FOWNER",          "FSETID",       "IPC_LOCK",
    "IPC_OWNER",       "KILL",         "LEASE",
    "LINUX_IMMUTABLE", "MAC_ADMIN",    "MAC_OVERRIDE",
    "MKNOD",           "NET_ADMIN",    "NET_BIND_SERVICE",
    "NET_BROADCAST",   "NET_RAW",      "PERFMON",
    "SETFCAP",         "SETGID",       "SETPCAP",
    "SETUID",          "SYSLOG",       "SYS_ADMIN",
    "SYS_BOOT",        "SYS_CHROOT",   "SYS_MODULE",
    "SYS_NICE",        "SYS_PACCT",    "SYS_PTRACE",
    "SYS_RAWIO",       "SYS_RESOURCE", "SYS_TIME",
    "SYS_TTY_CONFIG",  "WAKE_ALARM"};

std::string_view without_prefix(std::string_view name) {
  constexpr std::string_view prefix = "CAP_";
  const bool has_it =
      equals_ignoring_case(name.substr(0, prefix.size()), prefix);
  return has_it ? name.substr(prefix.size()) : name;
}

}  // namespace

std::span<const std::string_view> capability_names() { return names; }

std::optional<std::string_view> find_capability(std::string_view name) {
  name = without_prefix(name);
  for (const std::string_view it : names) {
    if (equals_ignoring_case(it, name)) return it;
  }
  return std::nullopt;
}

std::string_view closest_capability(std::string_view name) {
  std::string upper(without_prefix(name));
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return closest(upper, names);
}

}  // namespace harden
