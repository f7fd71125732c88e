// What the owner of the file should know about a rewrite: who was chosen, what
// is given away, and what stays as it is.
#pragma once

#include <string>
#include <string_view>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"
#include "image/user/refusal.h"
#include "image/user/user_plan.h"

namespace harden {

// `verdict` is where the finding is shown that the plan mends.
Findings notes_for(const UserPlan& plan, const StageView& stage, Span verdict);

// HD106: the first port below 1024 of the stage.
void note_low_port(const StageView& stage, Findings& result);

// HD109: what the user gets, and what stays root's.
void note_written_paths(const UserPlan& plan, const StageView& stage,
                        Span verdict, Findings& result);
Diagnostic written_path_note(Span span, std::string message);

// HD118: what the program may write where its user cannot.
namespace rule {
extern const RuleInfo write_doubt;
}
Findings write_doubt_notes(const UserPlan& plan, const StageView& stage,
                           const std::vector<std::string>& mounted,
                           Span verdict);

// HD111
Diagnostic user_note(const ChosenUser& user, Span verdict);

// HD115 with USER: nothing gives a volume to the user when the image starts.
// Empty when the file declares none that is given away.
Findings existing_volume_notes(const UserPlan& plan, const Document& document);

// HD107: a pass leaves the user as it is, and why.
namespace rule {
extern const RuleInfo rewrite_refused;
}

// "`what`: reason"; "`what` for this reason" where the verdict about `user`
// gives the reason already.
Diagnostic refused(std::string_view what, const Refusal& refusal,
                   const EffectiveUser& user);

}  // namespace harden
