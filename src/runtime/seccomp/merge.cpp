// One profile that allows what either of two allows.
#include <algorithm>
#include <utility>

#include "base/text/word_lists.h"
#include "runtime/seccomp/needed_calls.h"
#include "runtime/seccomp/seccomp.h"

namespace harden {
namespace {

using seccomp::Names;

bool is_plain_allow(const SeccompRule& rule) {
  return rule.action == SeccompAction::allow && rule.arguments.empty() &&
         rule.includes.empty() && rule.excludes.empty();
}

void add_architectures(SeccompProfile& to, const SeccompProfile& from) {
  for (const SeccompArchitecture& it : from.architectures) {
    const auto found = std::ranges::find(to.architectures, it.name,
                                         &SeccompArchitecture::name);
    if (found == to.architectures.end()) {
      to.architectures.push_back(it);
      continue;
    }
    for (const std::string& below : it.below) {
      if (is_one_of(below, found->below)) {
        continue;
      }
      found->below.push_back(below);
    }
  }
}

// Equal but for the names.
bool is_alike(SeccompRule left, const SeccompRule& right) {
  left.names = right.names;
  return left == right;
}

class ProfileMerger {
 public:
  explicit ProfileMerger(const SeccompProfile& one) : result_(one) {
    result_.rules.clear();
  }

  SeccompProfile run(const SeccompProfile& one, const SeccompProfile& other) {
    add_architectures(result_, other);
    for (const SeccompProfile* profile : {&one, &other}) {
      for (const SeccompRule& it : profile->rules) {
        if (is_plain_allow(it))
          allowed_.insert(it.names.begin(), it.names.end());
      }
    }
    for (const SeccompRule& it : one.rules) add(it);
    for (const SeccompRule& it : other.rules) add(it);
    return std::move(result_);
  }

 private:
  // Names that are allowed anyway need no other rule, and none twice.
  void add(SeccompRule rule) {
    const bool plain = is_plain_allow(rule);
    std::erase_if(rule.names, [&](const std::string& it) {
      return plain ? !written_.insert(it).second : allowed_.contains(it);
    });
    if (rule.names.empty() || !is_new(rule)) return;
    const auto alike = std::ranges::find_if(
        result_.rules,
        [&](const SeccompRule& it) { return is_alike(it, rule); });
    if (alike == result_.rules.end()) {
      result_.rules.push_back(std::move(rule));
      return;
    }
    alike->names.insert(alike->names.end(), rule.names.begin(),
                        rule.names.end());
    std::ranges::sort(alike->names);
    const auto again = std::ranges::unique(alike->names);
    alike->names.erase(again.begin(), again.end());
  }

  // Comments do not make a rule another one.
  bool is_new(SeccompRule rule) const {
    return std::ranges::none_of(result_.rules, [&](const SeccompRule& it) {
      rule.comment = it.comment;
      return it == rule;
    });
  }

  SeccompProfile result_;
  Names allowed_;
  Names written_;
};

}  // namespace

SeccompProfile merge_seccomp_profiles(const SeccompProfile& one,
                                      const SeccompProfile& other) {
  return ProfileMerger(one).run(one, other);
}

}  // namespace harden
