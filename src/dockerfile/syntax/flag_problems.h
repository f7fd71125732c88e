// Flags whose values BuildKit would refuse.
#pragma once

#include <vector>

#include "dockerfile/document.h"

namespace harden {

// Flags that are not known here are left to newer engines.
void report_flags(const Instruction& instruction,
                  std::vector<Diagnostic>& problems);

}  // namespace harden
