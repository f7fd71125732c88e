// From the pieces of a word to its parts.
#pragma once

#include <string_view>

#include "shell/pieces.h"

namespace harden::shell {

// Of the pieces [first, last], what begins at the offset `from` or behind it.
Word build_word(const Pieces& pieces, std::string_view text,
                std::uint32_t first, std::uint32_t last, std::uint32_t from);

}  // namespace harden::shell
