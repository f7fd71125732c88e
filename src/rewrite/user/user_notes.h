// What the owner of the file should know about a rewrite: who was chosen, what
// is given away, and what stays as it is.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/user/user_plan.h"

namespace harden {

// A note of severity info.
Diagnostic user_note(RuleId rule, Span span, std::string message);

// `verdict` is where the finding is shown that the plan mends.
std::vector<Diagnostic> notes_for(const UserPlan& plan,
                                  const Document& document,
                                  const Evaluation& evaluation, Span verdict);

// HD115 with USER: nothing gives a volume to the user when the image starts.
// Empty when the file declares none that is given away.
std::vector<Diagnostic> existing_volume_notes(const UserPlan& plan,
                                              const Document& document);

}  // namespace harden
