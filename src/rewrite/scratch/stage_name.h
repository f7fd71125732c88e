// Names for stages that clash with nothing in the file.
#pragma once

#include <string>

#include "dockerfile/document.h"

namespace harden {

// `wish`, or `wish-2` and so on where a stage or an image is called so already.
// Lower case, as BuildKit looks names up.
std::string free_stage_name(const Document& document, const std::string& wish);

// `FROM … AS name`: " AS name" in the file's keyword case.
std::string as_name(const Document& document, const std::string& name);

}  // namespace harden
