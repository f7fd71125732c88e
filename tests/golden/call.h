// The arguments of a rewrite, taken apart.
#pragma once

#include <string>

#include "golden_case.h"

namespace harden::golden {

struct Call {
  Words inputs;
  std::string output;  // the hardened file; empty for standard output
  Words settings;      // how the file is understood; `check` knows them, too
  Words wishes;        // what becomes of it; `policy` knows them, too
};

// Of arguments that name no command.
Call read_call(const Words& words);

Words joined(Words words, const Words& more);

}  // namespace harden::golden
