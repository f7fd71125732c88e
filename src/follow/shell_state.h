// The state of a shell at one point of a script, and what two paths that meet
// have in common.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "follow/value.h"
#include "follow/variables.h"

namespace harden {

// True, false, or nobody knows: what a condition or a command's status is.
using Answer = std::optional<bool>;

struct ShellState {
  // No path leads here: `exit`, `exec`, `return` came before.
  bool live = true;
  ShellVariables variables;
  // $1, $2, …
  std::vector<FieldValue> arguments;
  std::optional<std::string> folder;  // absolute; nullopt: not known
  Answer status = true;               // of the last command: did it succeed
  bool traps = false;

  static ShellState dead();
};

// The state behind two paths. A variable that differs is not known.
void merge_into(ShellState& state, ShellState other);

}  // namespace harden
