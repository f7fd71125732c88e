// The keys of `[policy]` in harden.toml, and of `--set KEY=VALUE`.
#pragma once

#include <toml++/toml.h>

#include <string>

#include "runtime/policy_wishes.h"

namespace harden {

// Adds what a table asks for to the wishes, in place of what they say of the
// same key; nested tables are dotted keys: "limits.memory". Every wish carries
// `source` and its place as the reason. Throws BadInput with the place of a key
// that nobody knows, and the one that was meant, or of a value that makes no
// sense.
void read_policy_table(const toml::table& table, const std::string& file,
                       Reason::Source source, PolicyWishes& wishes);

}  // namespace harden
