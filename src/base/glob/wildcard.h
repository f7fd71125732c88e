// Patterns of names: `*` stands for any text, also across `/`, and `?` for one
// byte; everything else for itself.
#pragma once

#include <string_view>

namespace harden {

bool is_wildcard(std::string_view text);
bool matches_wildcard(std::string_view pattern, std::string_view text);

}  // namespace harden
