#include <string>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "invariants.h"
#include "knowledge/knowledge.h"

namespace harden::test {

void check_model(const std::string& bytes) {
  const Document document = parse(SourceFile("input", bytes));
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Evaluation evaluation = evaluate(document, options);
  if (evaluation.stages.size() != document.stages.size()) {
    throw Violation("not one state a stage");
  }
  if (evaluation.user_before.size() != document.instructions.size() ||
      evaluation.workdir_before.size() != document.instructions.size()) {
    throw Violation("not one user and one WORKDIR an instruction");
  }
  if (document.stages.empty()) return;

  const EffectiveUser user = effective_user(document, evaluation);
  if (user.message.empty()) throw Violation("a user without a reason");
  if (user.span.begin > user.span.end || user.span.end > bytes.size()) {
    throw Violation("the deciding span lies outside the source");
  }
  if (user.privilege == Privilege::unprivileged && user.uid == 0u) {
    throw Violation("uid 0 is called unprivileged");
  }
}

}  // namespace harden::test
