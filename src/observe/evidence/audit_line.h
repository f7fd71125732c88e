// One record of the kernel's audit, as dmesg, journalctl or auditd show it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace harden::evidence {

struct AuditCall {
  std::uint32_t architecture = 0;  // "c000003e"
  std::uint32_t number = 0;
  // Instead of the numbers where a tool has resolved them: `syscall=openat`.
  std::string_view name;
};

// `type=1326` (seccomp) and `type=1300` (a rule of auditd); nullopt for others.
std::optional<AuditCall> read_audit_line(std::string_view line);

}  // namespace harden::evidence
