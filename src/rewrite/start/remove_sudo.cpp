// Takes `sudo` away where root runs it anyway, and says where it makes other
// users root.
#include "rewrite/start/remove_sudo.h"

#include <iterator>
#include <vector>

#include "image/sudo/sudo_findings.h"
#include "image/sudo/sudo_in_run.h"

namespace harden {

std::vector<Diagnostic> run_remove_sudo(const PassInput& input) {
  std::vector<Diagnostic> said =
      sudo_in_runs(input.file.document(), input.file.evaluation());
  input.drop_excused_fixes(said);
  std::vector<Diagnostic> findings = sudo_findings(
      input.file.document(), input.file.evaluation(), input.file.context());
  said.insert(said.end(), std::make_move_iterator(findings.begin()),
              std::make_move_iterator(findings.end()));
  return said;
}

}  // namespace harden
