#include "image/image_rules.h"

#include <utility>

namespace harden {

bool is_safe(Privilege privilege) {
  return privilege == Privilege::unprivileged ||
         privilege == Privilege::steps_down;
}

bool differs_by_builder(const Revision& file) {
  return file.user().unknown.is(Unknown::Kind::builder) &&
         starting_user(file.document(), file.evaluation()).privilege !=
             Privilege::root;
}

Findings verdict(const Revision& file) {
  Findings result;
  for (const auto check :
       {rule::check_root_user, rule::check_unknown_user,
        rule::check_user_cannot_start, rule::check_base_steps_down,
        rule::check_script_steps_down, rule::check_root_group,
        rule::check_lost_groups, rule::check_onbuild_user}) {
    check(file, result);
  }
  return result;
}

namespace rule {

Diagnostic about_user(const Revision& file, const RuleInfo& rule,
                      std::string help) {
  Diagnostic result =
      finding(rule, file.user().span, file.user().message, std::move(help));
  result.because = file.user().because;
  if (!file.evaluation().stages.empty()) {
    const StageView stage = file.stage();
    result.excused_at.push_back(stage.instruction(stage.lines().begin).span);
  }
  return result;
}

}  // namespace rule

}  // namespace harden
