// Runs a program under a filter and notes which calls the filter refuses.
//
// Refused calls are sent to harden by the kernel (SECCOMP_RET_USER_NOTIF),
// which answers what the profile says, or what is asked for here. That needs no
// privilege and no tracer, and shows each call, also of all children; calls
// that are allowed cost nothing. Needs Linux 5.5.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/seccomp/seccomp.h"

namespace harden::confine {

// What happens at a call that the profile refuses.
enum class Denial : std::uint8_t {
  as_written,
  kill,   // the process ends
  error,  // EPERM
  log,    // goes through
};

struct RefusedCall {
  std::string name;
  std::string answer;  // "error 1", "killed", "went through"
  bool operator<(const RefusedCall& other) const {
    return name != other.name ? name < other.name : answer < other.answer;
  }
};

struct Outcome {
  std::map<RefusedCall, std::uint64_t> refused;  // how often
  // Of the program, as of waitpid(2); empty where something else has waited for
  // it.
  std::optional<int> status = {};
};

// Runs argv with the standard streams of this process. The rules count for the
// capabilities that are in effect in this process. Throws ConfineError.
Outcome run_confined(const SeccompProfile& profile, Denial denial,
                     const std::vector<std::string>& argv);

// Only read, write, exit and rt_sigreturn, and what starts the program: the
// kernel's first seccomp mode, which no program outlives.
SeccompProfile strict_profile();

}  // namespace harden::confine
