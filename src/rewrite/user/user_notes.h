// What the owner of the file should know about a rewrite: who was chosen, what
// is given away, and what stays as it is.
#pragma once

#include <string>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"
#include "image/user/user_plan.h"

namespace harden {

// `verdict` is where the finding is shown that the plan mends.
std::vector<Diagnostic> notes_for(const UserPlan& plan, const StageView& stage,
                                  Span verdict);

// HD106: the first port below 1024 of the stage.
void note_low_port(const StageView& stage, Findings& result);

// HD109: what the user gets, and what stays root's.
void note_written_paths(const UserPlan& plan, const StageView& stage,
                        Span verdict, Findings& result);
Diagnostic written_path_note(Span span, std::string message);

// HD111
Diagnostic user_note(const ChosenUser& user, Span verdict);

// HD115 with USER: nothing gives a volume to the user when the image starts.
// Empty when the file declares none that is given away.
std::vector<Diagnostic> existing_volume_notes(const UserPlan& plan,
                                              const Document& document);

}  // namespace harden
