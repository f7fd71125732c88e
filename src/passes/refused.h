// HD107: a pass leaves the user as it is, and why.
#pragma once

#include <string_view>

#include "analysis/refusal.h"
#include "harden/diagnostic.h"
#include "harden/image_state.h"

namespace harden {

// "`what`: reason"; "`what` for this reason" where the verdict about `user`
// gives the reason already.
Diagnostic refused(std::string_view what, const Refusal& refusal,
                   const EffectiveUser& user);

// Whether it adds nothing to the verdict but the help.
bool repeats_verdict(const Diagnostic& refused);

}  // namespace harden
