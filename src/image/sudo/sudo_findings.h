// What sudo means for an image that is running: it starts as part of the
// program, needs no password, or is open to one of the image's users.
#pragma once

#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// HD121, HD122 and HD123, for the image of the target stage.
std::vector<Diagnostic> sudo_findings(const Document& document,
                                      const Evaluation& evaluation,
                                      const BuildContext* context);

}  // namespace harden
