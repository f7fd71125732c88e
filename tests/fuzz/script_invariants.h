// What must hold for any shell script, however broken.
#pragma once

#include <string>

#include "violation.h"

namespace harden::test {

// The tokens are the text, the spans of the tree lie in each other.
// Throws Violation.
void check_script(const std::string& bytes);

}  // namespace harden::test
