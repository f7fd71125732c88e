// The options of sudo, up to the command that it is to start.
#pragma once

#include <cstddef>
#include <string>

#include "command/command_words.h"

namespace harden {

struct SudoOptions {
  std::size_t end = 0;  // the first word behind them
  // Why the command would not do the same without sudo, though root calls it;
  // empty when it would.
  std::string kept_because;
};

// `words` begin with `sudo`.
SudoOptions read_sudo_options(const CommandWords& words);

}  // namespace harden
