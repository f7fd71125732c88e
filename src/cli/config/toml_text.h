// Values of a harden.toml, written again on one line.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "base/quote/json_line.h"

namespace harden::cli {

// As TOML. Tables in lists are inline.
std::string toml_text(const toml::node& node);
// In quotes where it needs them.
std::string toml_key(std::string_view key);

// As JSON; dates and times become strings.
Json toml_json(const toml::node& node);

}  // namespace harden::cli
