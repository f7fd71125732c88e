// Where a scalar ends, which yaml-cpp does not tell.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/source/span.h"

namespace harden::yaml {

// The scalar that begins at an offset, behind its tag and anchor if it has
// any: quotes and the `|` of a block included. `value` is what yaml-cpp made of
// it.
Span scalar_span(std::string_view bytes, std::uint32_t begin,
                 std::string_view value);

// Behind tags, anchors, blanks, comments and line ends.
std::uint32_t behind_properties(std::string_view bytes, std::uint32_t begin);

}  // namespace harden::yaml
