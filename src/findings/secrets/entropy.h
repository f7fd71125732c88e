// How much chance there is in a text.
#pragma once

#include <string_view>

namespace harden::rule {

// Bits for each character.
double entropy(std::string_view text);

}  // namespace harden::rule
