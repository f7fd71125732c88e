// What must hold for every script that harden writes in a golden case: start
// scripts, and run.sh.
#pragma once

#include "golden_case.h"

namespace harden::golden {

// Of a copy in which harden has been run with these arguments.
void check_written_scripts(const Copy& copy, const Words& words,
                           const Outcome& hardened);

}  // namespace harden::golden
