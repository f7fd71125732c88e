// What `harden check` says of a Dockerfile.
#pragma once

#include "base/rules/rule.h"
#include "findings/options.h"
#include "image/revision.h"

namespace harden {

// What all rules about a Dockerfile and its image find, also those that are off
// unless somebody asks for them: problems of the file first, the others in
// their order.
Findings find_all(const Revision& file, const Options& options);

}  // namespace harden
