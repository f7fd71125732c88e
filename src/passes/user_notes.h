// What the user should know about a rewrite though nothing was changed for it.
#pragma once

#include <vector>

#include "harden/diagnostic.h"
#include "harden/document.h"
#include "harden/image_state.h"

namespace harden {

// Volumes that are folders of the system, which are never given away.
std::vector<Diagnostic> system_volume_notes(const Document& document,
                                            const Stage& stage,
                                            const ImageState& state);

// The first port below 1024.
std::vector<Diagnostic> low_port_notes(const Document& document,
                                       const Stage& stage,
                                       const ImageState& state);

}  // namespace harden
