// One `--set KEY=VALUE`, as a table of TOML.
#pragma once

#include <toml++/toml.h>

#include <string>

namespace harden::cli {

// A value that is no TOML is a word whose quotes were left out. Throws
// UsageError.
toml::table parse_policy_option(const std::string& given);

}  // namespace harden::cli
