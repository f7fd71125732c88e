// RUN lines that only fetch the lists of packages.
#pragma once

#include <cstddef>

#include "findings/subject.h"

namespace harden::rule {

// Whether the RUN updates lists, and nothing in it can use them.
bool only_updates(const Subject& subject, std::size_t instruction);

}  // namespace harden::rule
