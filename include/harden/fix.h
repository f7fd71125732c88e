// The fixes of lint rules, applied: `harden check --fix`.
#pragma once

#include <string>
#include <vector>

#include "harden/diagnostic.h"
#include "harden/options.h"
#include "harden/source_file.h"

namespace harden {

// Which fixes are wanted.
struct FixChoice {
  // Safety::changes_behaviour takes the safe ones along; suggestions are never
  // applied.
  Safety up_to = Safety::safe;
  std::vector<RuleId> only;  // empty: those of all rules
};

struct FixedFile {
  std::string text;  // equal to the source when nothing was to be done
  // What was fixed; spans point into the text that the fix was made for.
  std::vector<Diagnostic> applied;
};

// Comments in the file and rules that are off keep what they excuse. A fix may
// show the next one; fixes at one place follow each other. Throws
// std::logic_error, with the rules' names, when a fix would leave a file that
// the engine refuses: a bug of that rule.
FixedFile fix(SourceFile source, const Options& options,
              const FixChoice& choice);

}  // namespace harden
