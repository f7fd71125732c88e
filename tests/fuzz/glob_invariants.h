// What must hold for any pattern of any dialect.
#pragma once

#include <string>

#include "violation.h"

namespace harden::test {

// The first byte is the dialect; a pattern and a text follow, with a line feed
// between them. Reading and comparing end within their bounds, a pattern
// without anything special matches itself alone, and short ones give what a
// simple reading of the dialect's manual gives.
// Throws Violation.
void check_glob(const std::string& bytes);

}  // namespace harden::test
