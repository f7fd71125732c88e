// The rules as SARIF describes them.
#pragma once

#include "harden/rule.h"
#include "report/json_line.h"

namespace harden {

// "error", "warning" or "note".
std::string_view sarif_level(Severity severity);

// In the order of rules(), so that a rule's place there is its ruleIndex.
Json sarif_rules();

}  // namespace harden
