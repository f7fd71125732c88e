// What must hold of any start script, however broken.
#pragma once

#include <string>

#include "violation.h"

namespace harden::test {

// Following it ends and says the same each time. Where harden writes a
// step-down into it, the result can be read as well as it could before, has all
// of its bytes in their order, and is left alone the second time. Throws
// Violation.
void check_start_script(const std::string& bytes);

}  // namespace harden::test
