// The options of sudo, up to the command that it is to start.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "command/shell_commands.h"

namespace harden {

struct SudoOptions {
  std::size_t end = 0;  // the first word behind them
  // Why the command would not do the same without sudo, though root calls it;
  // empty when it would.
  std::string kept_because;
};

// `at` is the word behind `sudo`.
SudoOptions read_sudo_options(const std::vector<ShellWord>& words,
                              std::size_t at);

}  // namespace harden
