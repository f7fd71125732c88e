#include "rewrite/user/user_notes.h"

namespace harden {

std::vector<Diagnostic> notes_for(const UserPlan& plan, const StageView& stage,
                                  Span verdict) {
  std::vector<Diagnostic> result{user_note(plan.user, verdict)};
  note_written_paths(plan, stage, verdict, result);
  note_low_port(stage, result);
  return result;
}

}  // namespace harden
