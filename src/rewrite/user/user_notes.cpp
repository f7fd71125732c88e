#include "rewrite/user/user_notes.h"

namespace harden {

std::vector<Diagnostic> notes_for(const UserPlan& plan,
                                  const Document& document,
                                  const Evaluation& evaluation, Span verdict) {
  std::vector<Diagnostic> result{user_note(plan.user, verdict)};
  const std::size_t target = evaluation.target;
  note_written_paths(plan, document, evaluation.stages[target], verdict,
                     result);
  note_low_port(document, document.stages[target], result);
  return result;
}

}  // namespace harden
