// A harden.toml as a table.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace harden::cli {

// Throws BadInput with the place of a mistake, or of a table that nobody knows.
// `file` is only for messages.
toml::table parse_config(std::string_view text, const std::string& file);

// One of its tables; null when the file has none of that name. Throws BadInput
// when it is something else.
const toml::table* config_table(const toml::table& root, std::string_view name,
                                const std::string& file);

}  // namespace harden::cli
