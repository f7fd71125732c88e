// Takes `sudo` away where root runs it anyway, and says where it makes other
// users root.

#include "image/image_rules.h"
#include "rewrite/passes.h"

namespace harden {

Findings run_remove_sudo(const PassInput& input) {
  Findings said;
  for (const auto check :
       {rule::check_sudo_in_run, rule::check_sudo_at_run_time,
        rule::check_sudo_group, rule::check_sudo_without_password}) {
    check(input.file, said);
  }
  input.drop_excused_fixes(said);
  return said;
}

}  // namespace harden
