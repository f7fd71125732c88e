#include "image/start/step_down_tool.h"

#include "base/quote/words.h"
#include "image/start/step_down_target.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

class StepDownToolChooser {
 public:
  StepDownToolChooser(const StageView& stage, const ImageTools& tools,
                      const UserWishes& options)
      : stage_(stage),
        state_(stage.state()),
        family_(tools.family),
        asked_(options.step_down_tool) {}

  std::variant<ToolPlan, Refusal> run() const {
    const StepDownTool tool =
        asked_ == StepDownTool::automatic ? best() : asked_;
    if (is_there(tool)) return ToolPlan{tool};
    switch (tool) {
      case StepDownTool::su_exec:
        return su_exec();
      case StepDownTool::setpriv:
        return setpriv();
      default:
        return gosu();
    }
  }

 private:
  StepDownTool best() const {
    for (StepDownTool it : {StepDownTool::gosu, StepDownTool::su_exec}) {
      if (is_there(it)) return it;
    }
    switch (family_) {
      case Family::alpine:
        return StepDownTool::su_exec;
      case Family::redhat:
      case Family::amazonlinux:
      case Family::azurelinux:
      case Family::suse:
      case Family::arch:
        return StepDownTool::setpriv;
      default:
        return StepDownTool::gosu;
    }
  }

  // A line of the file brings it.
  bool is_there(StepDownTool tool) const {
    return tool != StepDownTool::setpriv &&
           brings_program(stage_, std::string(to_string(tool)));
  }

  ToolPlan gosu() const {
    // The base's own entrypoint uses it.
    const bool in_base = state_.base != nullptr && family_ == Family::debian &&
                         !state_.base->steps_down_to.empty();
    if (in_base) return {StepDownTool::gosu, {}, {"gosu nobody true"}};
    return packaged(StepDownTool::gosu);
  }

  ToolPlan packaged(StepDownTool tool) const {
    const StepDownPackage* found =
        find_step_down_package(to_string(tool), family_, state_.base_reference);
    ToolPlan result{tool};
    if (found == nullptr) return result;
    result.copy = found->copy;
    result.commands.assign(found->commands.begin(), found->commands.end());
    return result;
  }

  Refusal refused(std::string message, std::string help) const {
    return {RefusalKind::script,
            stage_.instruction(state_.base_instruction).span,
            std::move(message), std::move(help)};
  }

  std::variant<ToolPlan, Refusal> su_exec() const {
    if (family_ != Family::alpine) {
      return refused("`su-exec` is a package of Alpine, which `" +
                         state_.base_reference + "` is not known to be",
                     "use `--step-down-tool=gosu`");
    }
    return packaged(StepDownTool::su_exec);
  }

  std::variant<ToolPlan, Refusal> setpriv() const {
    if (family_ == Family::alpine || family_ == Family::busybox) {
      return refused("the `setpriv` of `" + state_.base_reference +
                         "` is busybox's, which cannot change the user",
                     "use `--step-down-tool=gosu`");
    }
    return packaged(StepDownTool::setpriv);
  }

  const StageView stage_;
  const ImageState& state_;
  Family family_;
  StepDownTool asked_;
};

}  // namespace

std::string_view to_string(StepDownTool tool) {
  return step_down_tools.of(tool);
}

std::variant<ToolPlan, Refusal> plan_step_down_tool(const StageView& stage,
                                                    const ImageTools& tools,
                                                    const UserWishes& options) {
  return StepDownToolChooser(stage, tools, options).run();
}

std::string step_down_account(const ChosenUser& user, UserStyle style) {
  const bool by_name =
      !user.name.empty() &&
      (style == UserStyle::name || user.in_groups || !user.uid || !user.gid);
  return by_name ? user.name : user.user_argument(UserStyle::numeric);
}

std::string step_down_words(StepDownTool tool, const ChosenUser& user,
                            UserStyle style) {
  if (tool != StepDownTool::setpriv || !user.uid || !user.gid) {
    return step_down_words(tool, step_down_account(user, style));
  }
  return "setpriv --reuid=" + std::to_string(*user.uid) +
         " --regid=" + std::to_string(*user.gid) +
         (user.in_groups ? " --init-groups" : " --clear-groups");
}

std::string step_down_words(StepDownTool tool, const std::string& account) {
  if (tool != StepDownTool::setpriv) {
    return std::string(to_string(tool)) + " " + shell_word(account);
  }
  const std::size_t colon = account.find(':');
  const std::string user = shell_word(account.substr(0, colon));
  const std::string group = colon == account.npos
                                ? "\"$(id -g " + user + ")\""
                                : shell_word(account.substr(colon + 1));
  return "setpriv --reuid=" + user + " --regid=" + group +
         (are_numbers(user) ? " --clear-groups" : " --init-groups");
}

std::string home_assignment(StepDownTool tool, const ChosenUser& user,
                            const std::string& home) {
  if (tool != StepDownTool::setpriv) return {};
  if (!home.empty()) return "export HOME=" + shell_word(home);
  // `~app`: what /etc/passwd says. A number without an account has `/`, and a
  // name in quotes gives none.
  if (!is_bare_word(user.name) || user.name.find('/') != user.name.npos) {
    return "export HOME=/";
  }
  return "HOME=~" + user.name + " && export HOME";
}

}  // namespace harden
