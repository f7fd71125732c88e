// `find / -perm /6000 -exec chmod a-s {} +`
#pragma once

#include "findings/runs/calls.h"

namespace harden::rule {

// Takes the set-uid and set-gid bits away, or the files, wherever they are.
bool clears_all_set_ids(const Call& call);

}  // namespace harden::rule
