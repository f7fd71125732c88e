// Lets a start script that needs root start the program without it.
//
// image/start/start_script.cpp follows the script; step_down_rewrite.cpp
// writes the step-down into it and into the Dockerfile, and follows the result
// once more. What needs no root is left to the pass non-root-user.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>

#include "base/text/append.h"
#include "image/image_rules.h"
#include "image/start/start_script.h"
#include "image/user/user_plan.h"
#include "rewrite/passes.h"
#include "rewrite/step_down/script_edits.h"
#include "rewrite/step_down/step_down_notes.h"
#include "rewrite/step_down/step_down_rewrite.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace {

using ScriptKind = StartScript::Kind;

class StepDownAnswer {
 public:
  StepDownAnswer(const PassInput& input, const StartScript& script,
                 const EffectiveUser& user, Diagnostic finding)
      : input_(input),
        script_(script),
        user_(user),
        finding_(std::move(finding)) {}

  Findings run() {
    const StepDownMode mode = input_.options.step_down;
    switch (script_.kind) {
      case ScriptKind::not_followed:
        return {kept({RefusalKind::script, script_.span, script_.refusal,
                      script_.help})};
      case ScriptKind::steps_down:
        return mode == StepDownMode::never ? lost() : stepping_down();
      case ScriptKind::needs_root:
        return mode == StepDownMode::never ? lost() : rewritten();
      case ScriptKind::needs_none:
        break;
    }
    return mode == StepDownMode::always ? rewritten() : without_root();
  }

 private:
  Diagnostic kept(const Refusal& refusal) const {
    return refused(script_.untold ? "the script is left as it is"
                                  : "the program keeps root",
                   refusal, user_);
  }

  bool can_run_as_user(RootScript root_script) const {
    const auto plan =
        plan_user(input_.file.start(), user_, input_.options, root_script);
    return std::holds_alternative<UserPlan>(plan);
  }

  Findings lost() const {
    if (script_.root_acts.empty() ||
        !can_run_as_user(RootScript::runs_as_user)) {
      return {};
    }
    return lost_act_notes(script_);
  }

  Findings without_root() const {
    if (!can_run_as_user(RootScript::refused)) return {};
    return {no_root_note(script_)};
  }

  Findings stepping_down() {
    auto rewrite = replace_su(input_, script_);
    Findings said;
    if (rewrite) {
      finding_.rule = rule::script_steps_down.code;
      finding_.severity = rule::script_steps_down.severity;
      finding_.message = stays_between();
      finding_.because.clear();
      said.push_back(fixed(*rewrite));
    }
    append(said, still_root());
    return said;
  }

  // The first of them.
  std::string stays_between() const {
    const auto& overs = script_.followed.hand_overs;
    const auto found = std::ranges::find_if(overs, is_to_change);
    return script_.place(found->place) + " hands over with `" +
           found->step_down->tool +
           "`, which stays between the engine and the program, and may be "
           "refused under `no-new-privileges`";
  }

  Findings still_root() const {
    return still_root_notes(input_.file.stage(), script_,
                            script_.accounts.front());
  }

  Findings rewritten() {
    auto made = make_step_down(input_, user_, script_);
    if (const auto* refusal = std::get_if<Refusal>(&made)) {
      return {kept(*refusal)};
    }
    auto& rewrite = std::get<StepDownRewrite>(made);
    for (std::string& it : root_acts_of(script_)) {
      finding_.because.push_back(std::move(it));
    }
    Findings said{fixed(rewrite)};
    append(said, notes_of(rewrite));
    return said;
  }

  Diagnostic fixed(StepDownRewrite& rewrite) {
    finding_.help.clear();
    finding_.fix =
        Fix{"step down to " + rewrite.account + " in " + rewrite.name,
            Safety::changes_behaviour, std::move(rewrite.edits),
            std::move(rewrite.files)};
    return std::move(finding_);
  }

  Findings notes_of(StepDownRewrite& rewrite) const {
    Findings said = std::move(rewrite.notes);
    append(said, notes_for(rewrite.plan, input_.file.stage(), script_.span));
    if (!input_.only_proposes) {
      append(said, write_doubt_notes(rewrite.plan, input_.file.stage(),
                                     input_.options.mounted, script_.span));
    }
    append(said,
           still_root_notes(input_.file.stage(), script_, rewrite.account));
    if (rewrite.stdout_link) {
      said.push_back(
          stdout_note(input_.file.document(), script_, *rewrite.stdout_link));
    }
    return said;
  }

  const PassInput& input_;
  const StartScript& script_;
  const EffectiveUser& user_;
  Diagnostic finding_;
};

}  // namespace

Findings run_step_down_entrypoint(const PassInput& input) {
  const Document& document = input.file.document();
  if (document.stages.empty()) return {};
  const EffectiveUser& user = input.file.user();
  const bool base_does =
      user.privilege == Privilege::steps_down && user.stepped_down_in.empty();
  if (user.privilege == Privilege::unprivileged || base_does ||
      differs_by_builder(input.file)) {
    return {};
  }
  const auto& script = input.file.start().script();
  if (!script) return {};
  Findings said = verdict(input.file);
  if (input.excuses(said.front())) return {};
  return StepDownAnswer(input, *script, user, std::move(said.front())).run();
}

}  // namespace harden
