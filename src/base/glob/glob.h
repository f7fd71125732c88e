// Patterns of image names: `*` stands for any text, also across `/`, and `?`
// for one character.
#pragma once

#include <string_view>

namespace harden::knowledge {

bool is_pattern(std::string_view text);
bool matches(std::string_view pattern, std::string_view text);

}  // namespace harden::knowledge
