#include "image/user/verdict.h"

#include <algorithm>
#include <string>
#include <utility>

namespace harden {
namespace {

Diagnostic about_user(const EffectiveUser& user, RuleId rule,
                      Severity severity) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.span = user.span;
  result.message = user.message;
  result.because = user.because;
  return result;
}

Diagnostic with_help(Diagnostic diagnostic, std::string help) {
  diagnostic.help = std::move(help);
  return diagnostic;
}

Diagnostic about_privilege(const EffectiveUser& user) {
  switch (user.privilege) {
    case Privilege::root:
      return with_help(about_user(user, "HD101", Severity::error),
                       "`harden FILE --diff` shows the change that gives it a "
                       "user of its own, or what is in the way");
    case Privilege::unknown:
      return with_help(about_user(user, "HD102", Severity::error),
                       "tell harden what the file does not: `--build-arg`, "
                       "`--base-inspect`, or `[bases]` in harden.toml");
    case Privilege::cannot_start:
      return about_user(user, "HD103", Severity::error);
    default:
      return about_user(user, user.stepped_down_in.empty() ? "HD110" : "HD112",
                        Severity::info);
  }
}

// A process in group 0 may write what the image's root group may.
Diagnostic about_root_group(const EffectiveUser& user) {
  Diagnostic result = about_user(user, "HD104", Severity::warning);
  const std::string uid =
      user.uid ? std::to_string(*user.uid) : std::string("the user");
  result.message = "the process runs as uid " + uid +
                   " but in group 0, whose files it may change";
  result.help = "name a group as well, such as `USER " + uid + ":" + uid + "`";
  return result;
}

// "group `audio`", "groups `audio`, `video`"
std::string listed_groups(const std::vector<std::string>& groups) {
  std::string text = groups.size() == 1 ? "group " : "groups ";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) text += ", ";
    text += "`" + groups[i] + "`";
  }
  return text;
}

// USER name:group drops the groups that the account is in.
void add_lost_groups(const ImageState& state, const EffectiveUser& user,
                     std::vector<Diagnostic>& out) {
  if (!state.user.instruction ||
      state.user.spec.find(':') == std::string::npos) {
    return;
  }
  for (const KnownAccount& it : state.accounts) {
    if (it.groups.empty() || it.name != user.name) continue;
    Diagnostic result;
    result.rule = "HD105";
    result.severity = Severity::info;
    result.span = user.span;
    result.message = "`USER " + state.user.spec + "` drops the supplementary " +
                     listed_groups(it.groups) + " of `" + it.name + "`";
    result.help = "`USER " +
                  state.user.spec.substr(0, state.user.spec.find(':')) +
                  "` keeps " + (it.groups.size() == 1 ? "it" : "them");
    out.push_back(std::move(result));
  }
}

void add_onbuild_users(const Document& document, const ImageState& state,
                       std::vector<Diagnostic>& out) {
  for (std::size_t index : state.onbuild_users) {
    Diagnostic result;
    result.rule = "HD108";
    result.severity = Severity::info;
    result.span = document.instructions[index].span;
    result.message =
        "this `USER` concerns the images that are built on this one, not this "
        "image";
    out.push_back(std::move(result));
  }
}

// A `USER` that is missing is missing in the stage that becomes the image, also
// where that is built on an earlier one, whose FROM is then shown.
void excuse_at_stage(const Document& document, std::size_t stage,
                     std::vector<Diagnostic>& findings) {
  const std::size_t from = document.stages[stage].begin;
  for (Diagnostic& it : findings) {
    it.excused_at.push_back(document.instructions[from].span);
  }
}

}  // namespace

bool is_safe(Privilege privilege) {
  return privilege == Privilege::unprivileged ||
         privilege == Privilege::steps_down;
}

std::vector<Diagnostic> verdict(const Document& document,
                                const Evaluation& evaluation,
                                const EffectiveUser& user) {
  std::vector<Diagnostic> result;
  if (user.privilege != Privilege::unprivileged) {
    result.push_back(about_privilege(user));
  }
  if (user.root_group) result.push_back(about_root_group(user));
  if (evaluation.stages.empty()) return result;
  excuse_at_stage(document, evaluation.target, result);
  const ImageState& state = evaluation.stages[evaluation.target];
  if (user.privilege == Privilege::unprivileged) {
    add_lost_groups(state, user, result);
  }
  add_onbuild_users(document, state, result);
  return result;
}

}  // namespace harden
