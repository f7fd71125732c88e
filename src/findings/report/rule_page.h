// The rule table as people read it: a list, a page on the terminal, and the
// pages under docs/rules.
#pragma once

#include <span>
#include <string>

#include "findings/registry.h"

namespace harden {

// One line each: code, name, severity, summary.
std::string rule_list(std::span<const RuleInfo> rules, bool colour);

// All that is known about a rule, wrapped at 80 columns.
std::string rule_page(const RuleInfo& rule, bool colour);

std::string rule_markdown(const RuleInfo& rule);
// The table of contents of docs/rules.
std::string rule_index_markdown(std::span<const RuleInfo> rules);

}  // namespace harden
