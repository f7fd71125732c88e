// A few system calls, in place of the whole table.
#pragma once

#include <map>
#include <set>
#include <string>

#include "observe/evidence/evidence.h"

namespace harden::test {

inline SyscallNames some_names() {
  static const std::set<std::string, std::less<>> known = {
      "access",      "arch_prctl", "bind",    "brk",    "clone",
      "clone3",      "close",      "connect", "execve", "exit_group",
      "futex",       "openat",     "read",    "rseq",   "rt_sigreturn",
      "setgroups",   "newfstatat", "wait4",   "write",  "vfork",
      "rt_sigaction"};
  static const std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>
      numbers = {{{0xc000003e, 0}, "read"},
                 {{0xc000003e, 257}, "openat"},
                 {{0xc00000b7, 56}, "openat"},
                 {{0x40000003, 3}, "read"}};
  return {[](std::string_view name) { return known.contains(name); },
          [](std::uint32_t architecture, std::uint32_t number) {
            const auto it = numbers.find({architecture, number});
            return it == numbers.end() ? std::string_view() : it->second;
          }};
}

// All that is written like a name.
inline SyscallNames all_names() {
  return {[](std::string_view) { return true; },
          [](std::uint32_t, std::uint32_t) { return std::string_view(); }};
}

inline SyscallEvidence read_log(std::string_view log,
                                SyscallNames names = some_names()) {
  EvidenceReader reader(std::move(names));
  reader.begin("log");
  reader.feed(log);
  reader.end();
  return reader.evidence();
}

}  // namespace harden::test
