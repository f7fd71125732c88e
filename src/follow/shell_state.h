// The state of a shell at one point of a script, and what two paths that meet
// have in common.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "follow/procedures.h"
#include "follow/value.h"
#include "follow/variables.h"

namespace harden {

// True, false, or nobody knows: what a condition or a command's status is.
using Answer = std::optional<bool>;

struct ShellState {
  // No path leads here: `exit`, `exec`, `return` came before.
  bool live = true;
  ShellVariables variables;
  ProcedureTable functions;
  // $1, $2, …
  std::vector<FieldValue> arguments;
  std::optional<std::string> folder;  // absolute; nullopt: not known
  Answer status = true;               // of the last command: did it succeed
  // Of the function that runs, those that are `local` for sure.
  std::set<std::string, std::less<>> locals;
  bool traps = false;
  // Functions that nobody has read may have been defined.
  bool any_function = false;

  // How many things a copy may have to copy.
  std::size_t size() const {
    return variables.size() + functions.size() + arguments.size();
  }

  static ShellState dead();
  void forget_arguments();
  // Some code that nobody has read ran in this shell.
  void forget_all();
  // Spans aside.
  bool same_as(const ShellState& other) const;
};

// The state behind two paths. A variable that differs is not known.
void merge_into(ShellState& state, ShellState other);

}  // namespace harden
