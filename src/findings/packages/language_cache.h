// The caches of pip, npm and Yarn, which lie in somebody's home.
#pragma once

#include <cstddef>
#include <vector>

#include "findings/packages/package_leftover.h"
#include "findings/packages/run_packages.h"

namespace harden::rule {

// Adds those that the RUN leaves behind.
void add_language_caches(const Subject& subject, std::size_t instruction,
                         RunPackages& packages,
                         std::vector<PackageLeftover>& result);

}  // namespace harden::rule
