#include "runtime/seccomp/default_profile.h"

#include <algorithm>

#include "base/text/word_lists.h"

namespace harden {
namespace seccomp {
namespace {

SeccompCondition condition_of(const ConditionRow& row) {
  return {{row.capabilities.begin(), row.capabilities.end()},
          {row.architectures.begin(), row.architectures.end()},
          std::string(row.min_kernel)};
}

}  // namespace

SeccompRule rule_of(const GroupRow& group) {
  SeccompRule rule;
  rule.names.assign(group.names.begin(), group.names.end());
  rule.action = group.action;
  rule.error = group.error;
  rule.arguments.assign(group.arguments.begin(), group.arguments.end());
  rule.comment = group.reason;
  rule.includes = condition_of(group.includes);
  rule.excludes = condition_of(group.excludes);
  return rule;
}

bool holds(const std::vector<CapabilityNeed>& capabilities,
           std::string_view name) {
  if (name.starts_with("CAP_")) name.remove_prefix(4);
  return std::ranges::any_of(capabilities, [&](const CapabilityNeed& it) {
    return it.name == name || it.name == "ALL";
  });
}

bool is_unconditional(const GroupRow& group) {
  return group.includes.capabilities.empty() &&
         group.includes.architectures.empty() &&
         group.includes.min_kernel.empty();
}

bool default_allows(std::string_view call,
                    const std::vector<CapabilityNeed>& capabilities) {
  return std::ranges::any_of(tables.groups, [&](const GroupRow& group) {
    const auto held = [&](std::string_view it) {
      return holds(capabilities, it);
    };
    return group.action == SeccompAction::allow &&
           is_one_of(call, group.names) &&
           std::ranges::all_of(group.includes.capabilities, held);
  });
}

}  // namespace seccomp

SeccompProfile default_seccomp_profile() {
  SeccompProfile profile;
  for (const seccomp::ArchitectureRow& it : seccomp::tables.architectures) {
    profile.architectures.push_back(
        {std::string(it.name), {it.below.begin(), it.below.end()}});
  }
  for (const seccomp::GroupRow& it : seccomp::tables.groups) {
    profile.rules.push_back(seccomp::rule_of(it));
  }
  return profile;
}

}  // namespace harden
