#include "image/user/verdict.h"

#include "image/image_rules.h"

namespace harden {

bool is_safe(Privilege privilege) {
  return privilege == Privilege::unprivileged ||
         privilege == Privilege::steps_down;
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

}  // namespace harden
