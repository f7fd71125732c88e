#include "observe/trace/denials.h"

#include "observe/trace/tracer_image.h"
#include "runtime/seccomp/needed_calls.h"

namespace harden::trace {
namespace {

constexpr std::uint32_t enosys = 38;

bool answers_enosys(const SeccompRule& rule) {
  return rule.action == SeccompAction::error && rule.error == enosys &&
         rule.arguments.empty();
}

}  // namespace

std::vector<std::string> denied_of(const std::set<std::string>& seen,
                                   const SeccompProfile& profile) {
  std::set<std::string> named;
  for (const SeccompRule& rule : profile.rules) {
    named.insert(rule.names.begin(), rule.names.end());
  }
  std::vector<std::string> denied;
  for (const std::string& name : seen) {
    if (!named.contains(name)) denied.push_back(name);
  }
  return denied;
}

SeccompProfile watching_profile(const SeccompProfile& like) {
  SeccompProfile profile;
  profile.default_action = SeccompAction::allow;
  profile.default_error = std::nullopt;
  profile.architectures = like.architectures;
  for (const SeccompRule& rule : like.rules) {
    if (!answers_enosys(rule)) continue;
    SeccompRule kept = rule;
    // The container has none of those that might allow it.
    kept.includes = kept.excludes = {};
    profile.rules.push_back(kept);
  }
  return profile;
}

SeccompProfile with_tracer(SeccompProfile profile) {
  SeccompRule rule;
  const auto names = seccomp::set_calls("tracer");
  rule.names.assign(names.begin(), names.end());
  rule.comment = "strace itself";
  profile.rules.push_back(rule);
  return profile;
}

}  // namespace harden::trace
