// The names that were seen, and how those calls went.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "observe/evidence/evidence.h"
#include "observe/evidence/strace_line.h"

namespace harden::evidence {

class SeenCalls {
 public:
  explicit SeenCalls(std::function<bool(std::string_view)> known)
      : known_(std::move(known)) {}

  // False for a name that no system call has.
  bool add(std::string_view name, StraceCall::Outcome outcome);

  // Its names, failed and unknown.
  void fill(SyscallEvidence& evidence) const;

 private:
  struct Call {
    bool is_known = false;
    bool returned = false;
    bool refused = false;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Calls = std::unordered_map<std::string, Call, Hash, std::equal_to<>>;

  Call* find(std::string_view name);
  Calls::iterator insert(std::string_view name);

  std::function<bool(std::string_view)> known_;
  Calls calls_;  // its elements never move
  // Those asked for last, at a place that is quickly told from the name.
  std::array<Calls::value_type*, 256> recent_{};
  std::size_t unknown_ = 0;
};

}  // namespace harden::evidence
