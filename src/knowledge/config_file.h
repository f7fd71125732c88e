// A harden.toml, or another TOML file, as a table, its size and depth bounded.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace harden::knowledge {

// Any TOML. Throws BadInput with the place of a mistake.
toml::table parse_toml(std::string_view text, const std::string& file);

// Throws BadInput with the place of a mistake, or of a table that nobody knows.
// `file` is only for messages.
toml::table parse_config(std::string_view text, const std::string& file);

}  // namespace harden::knowledge
