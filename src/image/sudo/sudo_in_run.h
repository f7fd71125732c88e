// `sudo` in a RUN that root runs (HD120), with the edits that take it away.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

std::vector<Diagnostic> sudo_in_runs(const Document& document,
                                     const Evaluation& evaluation);

}  // namespace harden
