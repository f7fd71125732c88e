// The patterns of COPY and ADD, as Go's filepath.Match reads them: `*` and `?`
// stop at a `/`, `[a-z]` and `[^a-z]` are classes, `\` takes what follows as it
// is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"

namespace harden {

bool is_path_pattern(std::string_view path);

// A pattern that the engine would refuse matches nothing.
bool matches_path(std::string_view pattern, std::string_view path);

// What a source of COPY stands for in the context, clean and in its order; a
// source that is no pattern stands for itself, whether it is there or not.
std::vector<std::string> context_matches(const BuildContext& context,
                                         std::string_view source);

}  // namespace harden
