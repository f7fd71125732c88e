#include "runtime/seccomp/profile_subject.h"

#include <fmt/format.h>

#include <algorithm>

#include "runtime/seccomp/resolve.h"

namespace harden::rule {
namespace {

template <typename Counts>
const Span* find_name(const ProfileSubject& subject, std::string_view call,
                      const Counts& counts) {
  for (std::size_t i = 0; i < subject.rules.size(); ++i) {
    const SeccompRule& rule = subject.profile.rules[i];
    if (!lets_through(rule.action) || !counts(rule)) continue;
    for (const auto& [written, span] : subject.rules[i].names) {
      if (written == call) return &span;
    }
  }
  return nullptr;
}

}  // namespace

bool lets_through(SeccompAction action) {
  return action == SeccompAction::allow || action == SeccompAction::log;
}

bool ProfileSubject::is_open() const {
  return lets_through(profile.default_action);
}

const Span* ProfileSubject::place_of(std::string_view call,
                                     bool with_arguments) const {
  return find_name(*this, call, [&](const SeccompRule& rule) {
    return rule.includes.capabilities.empty() &&
           (with_arguments || rule.arguments.empty());
  });
}

const Span* ProfileSubject::place_allowing(std::string_view call,
                                           std::uint64_t argument) const {
  return find_name(*this, call, [&](const SeccompRule& rule) {
    return rule.includes.empty() &&
           std::ranges::all_of(rule.arguments, [&](const auto& it) {
             return it.index != 0 || seccomp::fits(it, argument);
           });
  });
}

}  // namespace harden::rule
