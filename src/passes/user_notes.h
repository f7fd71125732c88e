// What the owner of the file should know about a rewrite: who was chosen, what
// is given away, and what stays as it is.
#pragma once

#include <string>
#include <vector>

#include "analysis/user_plan.h"
#include "harden/diagnostic.h"
#include "harden/document.h"
#include "harden/image_state.h"

namespace harden {

// A note of severity info.
Diagnostic user_note(RuleId rule, Span span, std::string message);

// `verdict` is where the finding is shown that the plan mends.
std::vector<Diagnostic> notes_for(const UserPlan& plan,
                                  const Document& document,
                                  const Evaluation& evaluation, Span verdict);

}  // namespace harden
