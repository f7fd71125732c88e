// Makes the final image run as an unprivileged user.
//
// image/user/user_plan.cpp decides who that is and what must be given to it, or
// refuses with a reason; user_edits.cpp writes it into the file. Code
// stays root's: the program can read but not change it.
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/quote/words.h"
#include "base/text/append.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "image/image_rules.h"
#include "image/user/user_plan.h"
#include "rewrite/passes.h"
#include "rewrite/user/user_edits.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace {

Fix fix_of(const UserPlan& plan, const RewriteOptions& options,
           std::vector<Edit> edits) {
  return {"run as " + plan.user.user_argument(options.user_style),
          Safety::changes_behaviour, std::move(edits)};
}

// With `--step-down=never` an image that steps down gets a USER all the same.
bool is_done(const EffectiveUser& user, const RewriteOptions& options) {
  if (user.privilege == Privilege::steps_down) {
    return options.step_down != StepDownMode::never;
  }
  return user.privilege == Privilege::unprivileged;
}

// The pass step-down-entrypoint has said why there is no plan.
bool is_told_already(const PassInput& input) {
  const auto& script = input.file.start().script();
  if (!script) return false;
  return script->kind == StartScript::Kind::not_followed ||
         (script->kind == StartScript::Kind::needs_root &&
          input.options.step_down != StepDownMode::never);
}

// What BuildKit makes of the `USER`, written out: its image stays as it is, and
// the others' become the same.
std::optional<Fix> fix_for_all_builders(const PassInput& input) {
  const StageView stage = input.file.stage();
  const UserSetting& user = stage.state().user;
  if (!user.instruction || !user.known()) return std::nullopt;
  const Instruction& it = stage.instruction(*user.instruction);
  const auto* word = it.as<SingleWord>();
  if (it.keyword != Keyword::user || word == nullptr) return std::nullopt;
  Fix fix{
      "write `USER " + user.spec + "`",
      Safety::changes_behaviour,
      {replace_word(word->word,
                    dockerfile_word(user.spec, stage.document.style.escape))}};
  Change change;
  change.add(fix);
  const Revision after = input.file.after(change, "non-root-user");
  if (after.user().privilege != Privilege::unprivileged) return std::nullopt;
  return fix;
}

Findings with_one_answer(const PassInput& input, Findings said) {
  if (auto fix = fix_for_all_builders(input)) {
    said.front().fix = *std::move(fix);
    return said;
  }
  const EffectiveUser& user = input.file.user();
  said.push_back(
      refused("`USER` is not added",
              {RefusalKind::unknown_user, user.span, user.message,
               "end the last stage with a `USER` that is a number; `--builder` "
               "asks about one builder alone"},
              user));
  return said;
}

}  // namespace

Findings run_non_root_user(const PassInput& input) {
  const Document& document = input.file.document();
  if (document.stages.empty()) return {};
  const EffectiveUser& user = input.file.user();
  Findings said = verdict(input.file);
  if (is_done(user, input.options) || input.excuses(said.front())) {
    return said;
  }
  // What follows is the help: a change, or the reason why there is none.
  said.front().help.clear();
  if (differs_by_builder(input.file)) {
    return with_one_answer(input, std::move(said));
  }
  if (is_told_already(input)) return said;
  const auto planned = plan_user(input.file.start(), user, input.options,
                                 input.options.step_down == StepDownMode::never
                                     ? RootScript::runs_as_user
                                     : RootScript::refused);
  if (const auto* refusal = std::get_if<Refusal>(&planned)) {
    said.push_back(refused("`USER` is not added", *refusal, user));
    return said;
  }
  const UserPlan& plan = std::get<UserPlan>(planned);
  UserEdits written = edits_for(plan, input);
  Diagnostic& finding = said.front();
  if (!plan.tools.root_shown_because.empty()) {
    finding.because.push_back(plan.tools.root_shown_because);
  }
  finding.fix = fix_of(plan, input.options, std::move(written.edits));
  append(written.notes, notes_for(plan, input.file.stage(), finding.span));
  append(written.notes, existing_volume_notes(plan, document));
  if (!input.only_proposes) {
    append(written.notes,
           write_doubt_notes(plan, input.file.stage(), input.options.mounted,
                             finding.span));
  }
  append(said, std::move(written.notes));
  return said;
}

Findings notes_for(const UserPlan& plan, const StageView& stage, Span verdict) {
  Findings result{user_note(plan.user, verdict)};
  note_written_paths(plan, stage, verdict, result);
  note_low_port(stage, result);
  return result;
}

}  // namespace harden
