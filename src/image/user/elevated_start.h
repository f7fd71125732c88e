// An account that becomes root again: `USER app` with `CMD ["sudo", "nginx"]`.
#pragma once

#include <optional>
#include <string>

#include "image/start/image_start.h"

namespace harden {

// Where the start of an image whose user is not root makes root of the program,
// by sudo or its like: "`CMD`", "run.sh:3". Whether sudo lets the user do that
// is not asked. nullopt when nothing does.
std::optional<std::string> elevated_start(const ImageStart& start);

}  // namespace harden
