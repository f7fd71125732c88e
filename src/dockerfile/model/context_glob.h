// Which files of the build context a source of COPY or ADD stands for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"

namespace harden {

// Clean and in the context's order. A source that is not a pattern (go_glob.h)
// stands for itself, whether it is there or not.
std::vector<std::string> context_matches(const BuildContext& context,
                                         std::string_view source);

}  // namespace harden
