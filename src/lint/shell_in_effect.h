// The shell that a RUN in shell form gets.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/subject.h"

namespace harden::lint_rules {

// As the last SHELL before it sets it; empty: the default.
std::vector<std::string> shell_before(const Subject& subject,
                                      std::size_t instruction);

}  // namespace harden::lint_rules
