// What the rules about seccomp profiles look at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/rules/rule.h"
#include "runtime/seccomp/read_profile.h"

namespace harden::rule {

struct ProfileSubject : seccomp::ReadProfile {
  // What it does not name goes through, so that nothing it allows matters.
  bool is_open() const;
  // Where a rule that counts for every container lets the call through; null:
  // none does. Rules with arguments count when `with_arguments`.
  const Span* place_of(std::string_view call, bool with_arguments) const;
  // The same for a call with such a first argument.
  const Span* place_allowing(std::string_view call,
                             std::uint64_t argument) const;
};

bool lets_through(SeccompAction action);

}  // namespace harden::rule

namespace harden {

template <>
std::span<const RuleCheck<rule::ProfileSubject>> rule_checks();

}  // namespace harden
