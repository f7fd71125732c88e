// The rules as SARIF describes them.
#pragma once

#include "base/quote/json_line.h"
#include "findings/registry.h"

namespace harden {

// "error", "warning" or "note".
std::string_view sarif_level(Severity severity);

// In the order of rules(), so that a rule's place there is its ruleIndex.
Json sarif_rules();

}  // namespace harden
