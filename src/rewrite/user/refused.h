// HD107: a pass leaves the user as it is, and why.
#pragma once

#include <string_view>

#include "base/rules/rule.h"
#include "dockerfile/image_state.h"
#include "image/user/refusal.h"

namespace harden {

namespace rule {
extern const RuleInfo rewrite_refused;
}

// "`what`: reason"; "`what` for this reason" where the verdict about `user`
// gives the reason already.
Diagnostic refused(std::string_view what, const Refusal& refusal,
                   const EffectiveUser& user);

// Whether it adds nothing to the verdict but the help.
bool repeats_verdict(const Diagnostic& refused);

}  // namespace harden
