// Facts from two sources made one.
#pragma once

#include "knowledge/base_image.h"

namespace harden::knowledge {

// What holds for either of two images; the rest becomes unknown.
BaseImage facts_in_common(const BaseImage& one, const BaseImage& other);

}  // namespace harden::knowledge
