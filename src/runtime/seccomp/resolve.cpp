#include "runtime/seccomp/resolve.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text/word_lists.h"
#include "runtime/seccomp/words.h"

namespace harden::seccomp {
namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, std::string_view word) {
  return is_one_of(word, words);
}

bool has_capability(const Words& held, std::string_view name) {
  if (has(held, name) || has(held, "ALL")) return true;
  if (name.starts_with("CAP_")) return has(held, name.substr(4));
  return has(held, "CAP_" + std::string(name));
}

// "4.8" as 4 and 8; what is not a number counts as 0.
std::pair<unsigned, unsigned> version(std::string_view text) {
  std::pair<unsigned, unsigned> result{0, 0};
  const char* end = text.data() + text.size();
  const char* at = std::from_chars(text.data(), end, result.first).ptr;
  if (at != end && *at == '.') std::from_chars(at + 1, end, result.second);
  return result;
}

bool is_older(const std::string& kernel, const std::string& least) {
  return !kernel.empty() && version(kernel) < version(least);
}

bool is_included(const SeccompCondition& condition, const Situation& it) {
  if (!condition.architectures.empty() && !it.architecture.empty() &&
      !has(condition.architectures, it.architecture)) {
    return false;
  }
  if (is_older(it.kernel, condition.min_kernel)) return false;
  return std::ranges::all_of(condition.capabilities,
                             [&](const std::string& name) {
                               return has_capability(it.capabilities, name);
                             });
}

bool is_excluded(const SeccompCondition& condition, const Situation& it) {
  if (has(condition.architectures, it.architecture)) return true;
  if (!condition.min_kernel.empty() &&
      !is_older(it.kernel, condition.min_kernel)) {
    return true;
  }
  return std::ranges::any_of(condition.capabilities,
                             [&](const std::string& name) {
                               return has_capability(it.capabilities, name);
                             });
}

}  // namespace

bool counts(const SeccompRule& rule, const Situation& situation) {
  return is_included(rule.includes, situation) &&
         !is_excluded(rule.excludes, situation);
}

std::vector<SeccompRule> resolved_rules(const SeccompProfile& profile,
                                        const Situation& situation) {
  std::vector<SeccompRule> rules;
  for (const SeccompRule& it : profile.rules) {
    if (!counts(it, situation)) continue;
    SeccompRule rule = it;
    rule.includes = {};
    rule.excludes = {};
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<std::string> resolved_architectures(const SeccompProfile& profile,
                                                std::string_view architecture) {
  const std::string_view native = profile_name_of_architecture(architecture);
  std::vector<std::string> result;
  for (const SeccompArchitecture& it : profile.architectures) {
    if (!architecture.empty() && it.name != native) continue;
    result.push_back(it.name);
    result.insert(result.end(), it.below.begin(), it.below.end());
  }
  return result;
}

bool fits(const SeccompArgument& rule, std::uint64_t value) {
  switch (rule.op) {
    case SeccompOp::ne:
      return value != rule.value;
    case SeccompOp::lt:
      return value < rule.value;
    case SeccompOp::le:
      return value <= rule.value;
    case SeccompOp::eq:
      return value == rule.value;
    case SeccompOp::ge:
      return value >= rule.value;
    case SeccompOp::gt:
      return value > rule.value;
    case SeccompOp::masked_eq:
      return (value & rule.value) == rule.value_two;
  }
  return false;
}

}  // namespace harden::seccomp
