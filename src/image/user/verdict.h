// As whom the image runs, as a rewrite says it.
#pragma once

#include "base/rules/rule.h"
#include "image/revision.h"

namespace harden {

// HD101, HD102 or HD103 when it is not shown to be unprivileged, HD110 or HD112
// when it steps down; then HD104 for the root group, HD105 for lost groups and
// HD108 for root in ONBUILD. The first one decides the exit status.
Findings verdict(const Revision& file);

// Whether the program is shown to run without root.
bool is_safe(Privilege privilege);

}  // namespace harden
