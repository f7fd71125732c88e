// How much chance there is in a text.
#pragma once

#include <string_view>

namespace harden::lint_rules {

// Bits for each character.
double entropy(std::string_view text);

}  // namespace harden::lint_rules
