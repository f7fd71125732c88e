// Takes `sudo` away where root runs it anyway, and says where it makes other
// users root.
#include "rewrite/start/remove_sudo.h"

#include <iterator>
#include <vector>

#include "image/sudo/sudo_findings.h"
#include "image/sudo/sudo_in_run.h"
#include "rewrite/suppressions/suppressions.h"

namespace harden {

std::vector<Diagnostic> run_remove_sudo(const PassInput& input) {
  std::vector<Diagnostic> said = sudo_in_runs(input.document, input.evaluation);
  drop_excused_fixes(input.document, input.options.suppressions, said);
  std::vector<Diagnostic> findings =
      sudo_findings(input.document, input.evaluation, input.options.context);
  said.insert(said.end(), std::make_move_iterator(findings.begin()),
              std::make_move_iterator(findings.end()));
  return said;
}

}  // namespace harden
