// A rule by its code or name, as users write it.
#pragma once

#include <string_view>

#include "findings/registry.h"

namespace harden::cli {

// Throws UsageError, with the nearest one, when there is none.
const RuleInfo& known_rule(std::string_view word);

}  // namespace harden::cli
