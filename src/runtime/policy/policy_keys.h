// The keys of `[policy]` in harden.toml, and of `--set KEY=VALUE`.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "image/options.h"
#include "runtime/policy.h"

namespace harden {

// What a table changes in a policy, in the order of its keys; nested tables
// are dotted keys: "limits.memory". Every setting carries `source` and `place`
// as its reason. Throws BadInput with the place of a key that nobody knows, and
// the one that was meant, or of a value that makes no sense.
std::vector<PolicySetting> read_policy_table(const toml::table& table,
                                             const std::string& file,
                                             Reason::Source source);

}  // namespace harden
