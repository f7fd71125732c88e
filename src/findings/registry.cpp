#include "findings/registry.h"

#include <algorithm>
#include <unordered_map>
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

using RulesByCode = std::unordered_map<std::string_view, const RuleInfo*>;

const RulesByCode& codes() {
  static const RulesByCode all = [] {
    RulesByCode result;
    for (const RuleInfo& it : table()) result.emplace(it.code, &it);
    return result;
  }();
  return all;
}

}  // namespace

std::span<const RuleInfo> rules() { return table(); }

const RuleInfo* find_rule(std::string_view code_or_name) {
  // Mostly it is a code, several times for each finding.
  if (const auto code = codes().find(code_or_name); code != codes().end()) {
    return code->second;
  }
  const auto& all = table();
  const auto found = std::ranges::find_if(all, [&](const RuleInfo& rule) {
    return equals_ignoring_case(rule.code, code_or_name) ||
           equals_ignoring_case(rule.name, code_or_name);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace harden
