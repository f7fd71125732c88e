// The instructions that make a stage's image, those of the stages it is built
// on included.
#pragma once

#include <cstddef>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// Indices into Document::instructions, in the order in which they run.
std::vector<std::size_t> stage_chain(const Document& document,
                                     const Evaluation& evaluation,
                                     std::size_t stage);

}  // namespace harden
