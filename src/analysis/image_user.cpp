#include "analysis/image_user.h"

#include <string>
#include <utility>

#include "analysis/direct_step_down.h"
#include "analysis/start_script.h"

namespace harden {
namespace {

// "`redis` (uid 999)", "10001:10001"
std::string described(const std::string& account, const EffectiveUser& user) {
  const bool number =
      account.find_first_not_of("0123456789:") == std::string::npos;
  if (number) return account;
  std::string text = "`" + account + "`";
  if (user.uid) text += " (uid " + std::to_string(*user.uid) + ")";
  return text;
}

std::string listed(const std::vector<script::Capability>& capabilities) {
  std::string text;
  for (const script::Capability it : capabilities) {
    if (!text.empty()) text += ", ";
    text += script::to_string(it);
  }
  return text;
}

// "… so the process runs as uid 0": it only starts so.
std::string starts_as_root(std::string message) {
  for (const std::string_view verb : {"runs as", "run as"}) {
    const std::size_t at = message.rfind(verb);
    if (at != std::string::npos) return message.replace(at, 3, "start");
  }
  return message;
}

// A program that nobody knows may need any capability.
std::string needs_of(const StartScript& script) {
  const std::string known =
      "as root it needs the capabilities " + listed(script.capabilities);
  for (const script::RootAct& it : script.followed.acts) {
    if (it.act.kind != script::Act::Kind::unknown) continue;
    const std::string text = script::text_of(script.followed, it.place);
    return known + ", and what `" + text.substr(0, text.find('\n')) + "` in " +
           script.place(it.place) + " needs, which nobody knows";
  }
  return known + "; drop all others";
}

// `account` as the tools look it up, where the container starts as `user`.
EffectiveUser handed_over(const Document& document, const ImageState& state,
                          const std::string& account, const std::string& where,
                          EffectiveUser user) {
  UserSetting setting;
  setting.spec = account;
  const EffectiveUser to = effective_user(document, state, setting);
  // `gosu root`: nothing is given up.
  if (to.privilege == Privilege::root) return user;
  user.because.insert(user.because.begin(), starts_as_root(user.message));
  user.privilege = Privilege::steps_down;
  user.name = to.name.empty() ? account : to.name;
  user.uid = to.uid;
  user.gid = to.gid;
  user.root_group = to.root_group;
  user.stepped_down_in = where;
  user.message = "starts as uid 0 and steps down to " + described(account, to) +
                 " in " + where;
  return user;
}

EffectiveUser stepped_down(const Document& document, const ImageState& state,
                           const StartScript& script, EffectiveUser user) {
  const script::HandOver& first = script.followed.hand_overs.front();
  user = handed_over(document, state, script.accounts.front(),
                     script.place(first.place), std::move(user));
  if (user.privilege == Privilege::steps_down) {
    user.because.push_back(needs_of(script));
  }
  return user;
}

// The tools look names up as engines do, and give up as they do.
EffectiveUser stepped_down(const Document& document, const ImageState& state,
                           const DirectStepDown& step, EffectiveUser user) {
  UserSetting setting;
  setting.spec = step.account;
  const EffectiveUser to = effective_user(document, state, setting);
  if (to.privilege != Privilege::cannot_start) {
    return handed_over(document, state, step.account, "`" + step.keyword + "`",
                       std::move(user));
  }
  user.because.insert(user.because.begin(), starts_as_root(user.message));
  user.privilege = Privilege::cannot_start;
  user.message = "the step-down in `" + step.keyword + "` fails: " + to.message;
  return user;
}

// Some path of a script that steps down elsewhere.
EffectiveUser root_on_a_path(const StartScript& script, EffectiveUser user) {
  const auto& followed = script.followed;
  const script::HandOver& root = followed.hand_overs[*script.root_hand_over];
  const std::string text = script::text_of(followed, root.place);
  const std::string starts = script.place(root.place) +
                             " starts the program as root: `" +
                             text.substr(0, text.find('\n')) + "`";
  if (script.accounts.empty()) {
    user.because.push_back(starts);
    return user;
  }
  user.because.insert(user.because.begin(), starts_as_root(user.message));
  user.message = starts + ", while other paths step down to `" +
                 script.accounts.front() + "`";
  return user;
}

}  // namespace

EffectiveUser image_user(const Document& document, const Evaluation& evaluation,
                         const BuildContext* context) {
  EffectiveUser user = effective_user(document, evaluation);
  if (evaluation.stages.empty()) return user;
  const ImageState& state = evaluation.stages[evaluation.target];
  const bool may_be_root =
      user.privilege == Privilege::root ||
      // Whoever an unknown base starts as: with a number it is no longer 0.
      (user.privilege == Privilege::unknown && !state.user.instruction);
  if (!may_be_root) return user;
  const auto script =
      start_script(document, evaluation, evaluation.target, context);
  if (!script) {
    const auto step =
        direct_step_down(document, evaluation, evaluation.target, context);
    return step ? stepped_down(document, state, *step, std::move(user)) : user;
  }
  if (script->kind == StartScript::Kind::steps_down) {
    return stepped_down(document, state, *script, std::move(user));
  }
  if (user.privilege == Privilege::root && script->root_hand_over) {
    return root_on_a_path(*script, std::move(user));
  }
  return user;
}

}  // namespace harden
