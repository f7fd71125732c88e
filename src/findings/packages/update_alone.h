// RUN lines that only fetch the lists of packages.
#pragma once

#include <cstddef>

#include "findings/lint/subject.h"

namespace harden::lint_rules {

// Whether the RUN updates lists, and nothing in it can use them.
bool only_updates(const Subject& subject, std::size_t instruction);

}  // namespace harden::lint_rules
