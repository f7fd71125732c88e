// Takes `sudo` away where root runs it anyway, and says where it makes other
// users root.
#include "rewrite/start/remove_sudo.h"

#include <vector>

#include "image/image_rules.h"

namespace harden {

std::vector<Diagnostic> run_remove_sudo(const PassInput& input) {
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
