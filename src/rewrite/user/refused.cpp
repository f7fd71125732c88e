#include "rewrite/user/refused.h"

#include <string>

namespace harden {
namespace {

constexpr std::string_view for_this_reason = " for this reason";

}  // namespace

Diagnostic refused(std::string_view what, const Refusal& refusal,
                   const EffectiveUser& user) {
  Diagnostic result;
  result.rule = "HD107";
  result.severity = Severity::warning;
  result.span = refusal.span;
  result.message = what;
  if (user.message.ends_with(refusal.message)) {
    result.message += for_this_reason;
  } else {
    result.message += ": " + refusal.message;
  }
  result.help = refusal.help;
  return result;
}

bool repeats_verdict(const Diagnostic& refused) {
  return refused.message.ends_with(for_this_reason);
}

}  // namespace harden
