// As whom the image runs, as a diagnostic.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// HD101, HD102 or HD103 when it is not shown to be unprivileged; HD104 for the
// root group; HD110 when the base steps down; HD108 for root in ONBUILD. The
// first one decides the exit status.
std::vector<Diagnostic> verdict(const Document& document,
                                const Evaluation& evaluation,
                                const EffectiveUser& user);

// Whether the program is shown to run without root.
bool is_safe(Privilege privilege);

}  // namespace harden
