// One line of a full strace log.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace harden::evidence {

struct StraceCall {
  enum class Outcome : std::uint8_t {
    open,      // no result: unfinished, the log ends, or the program ended
    returned,  // with any result but the next
    refused,   // with ENOSYS or EPERM
  };
  std::string_view name;
  Outcome outcome = Outcome::open;
  // Only the name and its parenthesis were there, as programs print them, too:
  // "connect() failed".
  bool is_doubtful = false;
};

// nullopt for all that is not a call: signals, exits, what the program printed.
std::optional<StraceCall> read_strace_line(std::string_view line);

// "[ Process PID=7 runs in 32 bit mode. ]"
bool tells_32_bit(std::string_view line);

}  // namespace harden::evidence
