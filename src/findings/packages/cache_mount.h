// `RUN --mount=type=cache`: what is written there is not in the image.
#pragma once

#include <string_view>

#include "dockerfile/document.h"

namespace harden::rule {

// Whether a cache mount of the RUN holds `path`, or one of an unknown place.
bool has_cache_mount(const Instruction& run, std::string_view path);

}  // namespace harden::rule
