// What a container of the final image needs, from everything that is known.
#pragma once

#include "image/revision.h"
#include "runtime/policy.h"
#include "runtime/policy_wishes.h"

namespace harden {

// `file` is the final one. An empty policy of a file without stages.
Policy derive_policy(const Revision& file, const PolicyWishes& wishes);

}  // namespace harden
