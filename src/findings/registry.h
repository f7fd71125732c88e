// All rules there are.
#pragma once

#include <span>
#include <string_view>

#include "base/rules/rule.h"

namespace harden {

// In the order of their codes.
std::span<const RuleInfo> rules();
const RuleInfo* find_rule(std::string_view code_or_name);  // null: none such

}  // namespace harden
