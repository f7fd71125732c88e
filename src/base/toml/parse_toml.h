// A TOML file as a table, its size and depth bounded.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace harden {

// Throws BadInput with the place of a mistake. `file` is only for messages.
toml::table parse_toml(std::string_view text, const std::string& file);

}  // namespace harden
