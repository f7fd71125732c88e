#include "findings/registry.h"

#include <algorithm>
#include <vector>

#include "base/text/ascii.h"

namespace harden {

// Of the folders `rules`, in no order. The build writes it.
std::vector<RuleInfo> rules_of_all_rooms();

namespace {

const std::vector<RuleInfo>& table() {
  static const std::vector<RuleInfo> sorted = [] {
    std::vector<RuleInfo> all = rules_of_all_rooms();
    std::ranges::sort(all, {}, &RuleInfo::code);
    return all;
  }();
  return sorted;
}

}  // namespace

std::span<const RuleInfo> rules() { return table(); }

const RuleInfo* find_rule(std::string_view code_or_name) {
  // Mostly it is a code, once for each finding.
  const auto& all = table();
  const auto code =
      std::ranges::lower_bound(all, code_or_name, {}, &RuleInfo::code);
  if (code != all.end() && code->code == code_or_name) return &*code;
  const auto found = std::ranges::find_if(all, [&](const RuleInfo& rule) {
    return equals_ignoring_case(rule.code, code_or_name) ||
           equals_ignoring_case(rule.name, code_or_name);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace harden
