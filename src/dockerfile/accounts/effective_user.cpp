// The verdict: as whom the image's program runs, and why.

#include <algorithm>
#include <utility>

#include "dockerfile/accounts/base_step_down.h"
#include "dockerfile/accounts/resolve_user.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/scope.h"

namespace harden {
namespace {

std::string shortened(std::string_view text) {
  return text.size() > 60 ? std::string(text.substr(0, 60)) + "…"
                          : std::string(text);
}

std::string ids(const ResolvedUser& user) {
  if (!user.uid && user.name.empty()) return "an unknown user";
  std::string result = user.uid ? "uid " + std::to_string(*user.uid)
                                : "`" + shortened(user.name) + "`";
  if (user.uid != 0 && user.gid) {
    result += " and gid " + std::to_string(*user.gid);
  }
  return result;
}

class EffectiveUserResolver {
 public:
  EffectiveUserResolver(const Document& document, const ImageState& state,
                        const UserSetting& setting)
      : document_(document), state_(state), setting_(setting) {}

  EffectiveUser run() {
    result_.span = span();
    if (!setting_.known()) {
      result_.unknown = setting_.unknown;
      unknown(setting_.unknown.text());
      return std::move(result_);
    }
    user_ = resolve_user(state_, setting_.spec);
    result_.privilege = user_.privilege;
    result_.uid = user_.uid;
    result_.gid = user_.gid;
    result_.name = user_.name;
    result_.root_group = user_.root_group;
    result_.unknown = user_.unknown;
    message();
    reasons();
    return std::move(result_);
  }

 private:
  Span span() const {
    const std::size_t at =
        setting_.instruction.value_or(state_.base_instruction);
    return at < document_.instructions.size() ? document_.instructions[at].span
                                              : Span{};
  }

  void unknown(const std::string& reason) {
    result_.privilege = Privilege::unknown;
    result_.message = "unknown because " + reason;
    result_.reason = reason;
    if (result_.unknown.is(Unknown::Kind::argument)) {
      result_.because.push_back("it is empty unless `--build-arg " +
                                result_.unknown.name() + "=…` is given");
    }
    if (result_.unknown.is(Unknown::Kind::base_variable)) mention_global_arg();
  }

  // An ARG before the first FROM is for FROM alone, which is easily forgotten.
  void mention_global_arg() {
    for (std::size_t i = 0; i < document_.stages.front().begin; ++i) {
      const Instruction& it = document_.instructions[i];
      const auto* args = it.as<Assignments>();
      if (args == nullptr) continue;
      for (const Assignment& arg : args->list) {
        if (arg.name.value != result_.unknown.name()) continue;
        const auto line = document_.source->position(it.span.begin).line;
        result_.because.push_back("the `ARG` in line " + std::to_string(line) +
                                  " is for `FROM` only, unless the stage "
                                  "repeats `ARG " +
                                  shortened(arg.name.value) + "`");
        return;
      }
    }
  }

  // "`USER app`", or where else the user comes from.
  std::string subject() const {
    if (setting_.instruction) {
      return setting_.spec.empty() ? written()
                                   : "`USER " + shortened(setting_.spec) + "`";
    }
    return "the user `" + shortened(setting_.spec) + "` of the " +
           (state_.is_image ? "image `" : "base image `") +
           shortened(state_.base_reference) + "`";
  }

  // The USER as it stands in the file.
  std::string written() const {
    const Instruction* it = &document_.instructions[*setting_.instruction];
    if (const auto* onbuild = it->as<Onbuild>();
        onbuild != nullptr && !onbuild->trigger.empty()) {
      it = &onbuild->trigger.front();
    }
    return "`USER " + shortened(it->arguments.text) + "`";
  }

  void message() {
    switch (user_.privilege) {
      case Privilege::unknown:
        return unknown(user_.why);
      case Privilege::cannot_start:
        result_.message = subject() + " cannot start: " + user_.why;
        result_.reason = user_.why;
        return;
      case Privilege::unprivileged:
        result_.message = subject() + " makes the process run as " + ids(user_);
        return;
      default:
        result_.message = root_message("runs", "run");
        result_.start_message = root_message("starts", "start");
    }
  }

  std::string root_message(std::string_view runs, std::string_view run) const {
    const std::string as = user_.uid ? " as uid 0" : " as `" + user_.name + "`";
    const std::string so = ", so the process " + std::string(runs) + as;
    if (setting_.spec.empty() && !setting_.instruction) {
      if (state_.is_image) {
        return "its image `" + state_.base_reference + "` starts as root";
      }
      return "`USER` is never set in the final stage" + so;
    }
    if (setting_.spec.empty()) return subject() + " resolves to nothing" + so;
    if (setting_.spec.front() == ':') {
      return subject() + " names a group only" + so;
    }
    return subject() + " makes the process " + std::string(run) + as;
  }

  void reasons() {
    if (setting_.instruction && !setting_.spec.empty() &&
        written() != subject()) {
      result_.because.push_back(written() + " resolves to `" +
                                shortened(setting_.spec) + "`");
    }
    if (user_.account != nullptr) account_reason(*user_.account);
    if (!user_.uid_why.empty()) result_.because.push_back(user_.uid_why);
    if (!user_.gid_why.empty() && user_.privilege == Privilege::unprivileged) {
      result_.because.push_back(user_.gid_why);
    } else if (user_.root_group) {
      result_.because.push_back("the primary group of `" +
                                shortened(user_.name) + "` is gid 0");
    }
  }

  void account_reason(const KnownAccount& account) {
    std::string reason = "`" + shortened(account.name) + "` ";
    if (account.instruction) {
      const Span span = document_.instructions[*account.instruction].span;
      const auto line = document_.source->position(span.begin).line;
      reason += "is created in line " + std::to_string(line);
    } else {
      reason += "comes with the base image `" +
                shortened(state_.base_reference) + "`";
    }
    if (account.uid) reason += " with uid " + std::to_string(*account.uid);
    result_.because.push_back(std::move(reason));
  }

  const Document& document_;
  const ImageState& state_;
  const UserSetting& setting_;
  ResolvedUser user_;
  EffectiveUser result_;
};

// A USER of a stage that the image is not built on.
void mention_other_stages(const Document& document,
                          const Evaluation& evaluation, EffectiveUser& user) {
  for (std::size_t i = 0; i < document.stages.size(); ++i) {
    const auto& setting = evaluation.stages[i].user;
    if (i == evaluation.target || !setting.instruction) continue;
    const Span span = document.instructions[*setting.instruction].span;
    user.because.push_back(
        "the `USER` in line " +
        std::to_string(document.source->position(span.begin).line) +
        " belongs to another stage and does not reach the image");
    return;
  }
}

}  // namespace

EffectiveUser effective_user(const Document& document, const ImageState& state,
                             const UserSetting& setting) {
  return EffectiveUserResolver(document, state, setting).run();
}

EffectiveUser starting_user(const Document& document,
                            const Evaluation& evaluation) {
  if (evaluation.target >= evaluation.stages.size()) {
    EffectiveUser none;
    none.reason = "there is no `FROM`";
    none.message = "unknown because " + none.reason;
    return none;
  }
  const ImageState& state = evaluation.stages[evaluation.target];
  EffectiveUser user = effective_user(document, state, state.user);
  if (!state.user.instruction) {
    const Stage& stage = document.stages[evaluation.target];
    user.span = document.instructions[stage.begin].span;
    if (user.privilege == Privilege::root) {
      mention_other_stages(document, evaluation, user);
    }
  }
  return user;
}

EffectiveUser effective_user(const Document& document,
                             const Evaluation& evaluation) {
  EffectiveUser user = starting_user(document, evaluation);
  if (user.privilege != Privilege::root) return user;
  const ImageState& state = evaluation.stages[evaluation.target];
  if (!state.base || state.base->steps_down_to.empty()) return user;
  const auto start = inherited_start(state);
  if (start) start_with_base(state, *start, user);
  return user;
}

}  // namespace harden
