#include "image/user/image_user.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text/joined_texts.h"
#include "dockerfile/accounts/base_step_down.h"
#include "image/start/base_start.h"
#include "image/start/start_script.h"
#include "image/start/step_down_target.h"
#include "image/user/elevated_start.h"
#include "image/user/failing_step_down.h"

namespace harden {
namespace {

// A program that nobody knows may need any capability.
std::string needs_of(const StartScript& script) {
  const std::string known =
      "as root it needs the capabilities " +
      joined_texts(script.capabilities, ", ",
                   [](const auto it) { return to_string(it); });
  for (const RootAct& it : script.followed.acts) {
    if (it.act.kind != Act::Kind::unknown) continue;
    const std::string text = text_of(script.followed, it.place);
    return known + ", and what `" + text.substr(0, text.find('\n')) + "` in " +
           script.place(it.place) + " needs, which nobody knows";
  }
  return known + "; drop all others";
}

// The less is given up, the more it counts.
int rank(const EffectiveUser& user) {
  switch (user.privilege) {
    case Privilege::root:
      return 0;
    case Privilege::unknown:
      return 1;
    case Privilege::cannot_start:
      return 3;
    default:
      return 2;
  }
}

// Where a path of the script steps down to the account.
std::string place_of(const StartScript& script, const std::string& account) {
  for (const HandOver& it : script.followed.hand_overs) {
    if (it.step_down && it.step_down->account == account) {
      return script.place(it.place);
    }
  }
  return script.name;
}

bool keeps_root_group(const StartScript& script, const std::string& account) {
  return std::ranges::any_of(
      script.followed.hand_overs, [&](const HandOver& it) {
        return it.step_down && it.step_down->account == account &&
               it.step_down->keeps_root_group;
      });
}

EffectiveUser stepped_down(const Document& document, const ImageState& state,
                           const StartScript& script,
                           const EffectiveUser& user) {
  std::optional<EffectiveUser> result;
  for (const std::string& account : script.accounts) {
    EffectiveUser it =
        stepped_down_to(document, state,
                        {account, place_of(script, account), &script,
                         keeps_root_group(script, account)},
                        user);
    if (!result || rank(it) < rank(*result)) result = std::move(it);
  }
  if (result->privilege == Privilege::steps_down) {
    result->because.push_back(needs_of(script));
  }
  return std::move(*result);
}

// Some path of a script that steps down elsewhere.
EffectiveUser root_on_a_path(const StartScript& script, EffectiveUser user) {
  const auto& followed = script.followed;
  const HandOver& root = followed.hand_overs[*script.root_hand_over];
  const std::string text = text_of(followed, root.place);
  const std::string starts = script.place(root.place) +
                             " starts the program as root: `" +
                             text.substr(0, text.find('\n')) + "`";
  if (script.accounts.empty()) {
    user.because.push_back(starts);
    return user;
  }
  note_start_as_root(user);
  user.message = starts + ", while other paths step down to `" +
                 script.accounts.front() + "`";
  return user;
}

// Of a script that the file brings along, and that starts as root.
EffectiveUser behind_script(const ImageStart& start, EffectiveUser user) {
  const auto& script = start.script();
  if (script && script->untold) {
    may_give_up_root(script->refusal, user);
    return user;
  }
  if (script && script->root_hand_over) {
    return root_on_a_path(*script, std::move(user));
  }
  const StartProgram& program = start.program();
  if (!script && program.kind == StartKind::script &&
      may_step_down(program.script)) {
    may_give_up_root(unread_because(program), user);
  }
  return user;
}

// The engine starts an account; sudo may make root of it, other tools fail.
EffectiveUser behind_account(const ImageStart& start, EffectiveUser user) {
  if (user.privilege != Privilege::unprivileged) return user;
  if (const auto step = failing_step_down(start)) {
    user.because.push_back(std::move(user.message));
    user.privilege = Privilege::cannot_start;
    user.unknown = {Unknown::Kind::step_down_fails, step->tool, step->where};
    user.reason = user.unknown.text();
    user.message = "the container ends at its start: " + user.reason;
    return user;
  }
  const auto where = elevated_start(start);
  if (!where) return user;
  user.because.push_back(std::move(user.message));
  user.privilege = Privilege::unknown;
  user.unknown = {Unknown::Kind::elevated, *where};
  user.reason = user.unknown.text();
  user.message = "unknown because " + user.reason;
  return user;
}

}  // namespace

EffectiveUser image_user(const ImageStart& start) {
  const StageView& stage = start.stage();
  EffectiveUser user = starting_user(stage.document, stage.evaluation);
  if (stage.evaluation.stages.empty()) return user;
  const ImageState& state = stage.state();
  const bool may_be_root =
      user.privilege == Privilege::root ||
      // Whoever an unknown base starts as: with a number it is no longer 0.
      (user.privilege == Privilege::unknown && !state.user.instruction);
  if (!may_be_root) return behind_account(start, std::move(user));
  const auto& script = start.script();
  if (script && script->kind == StartScript::Kind::steps_down) {
    return stepped_down(stage.document, state, *script, user);
  }
  if (!script) {
    if (const auto step = direct_step_down(stage, start.program())) {
      return stepped_down_to(stage.document, state,
                             {step->account, "`" + step->keyword + "`", nullptr,
                              step->keeps_root_group},
                             std::move(user));
    }
  }
  if (user.privilege != Privilege::root) return user;
  if (const auto base = base_start(stage, script ? &*script : nullptr)) {
    start_with_base(state, *base, user);
    return user;
  }
  return behind_script(start, std::move(user));
}

}  // namespace harden
