// What `harden check --fix` makes of a Dockerfile.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "findings/options.h"
#include "image/revision.h"

namespace harden {

// Which fixes are wanted.
struct FixChoice {
  // Safety::changes_behaviour takes the safe ones along; suggestions are never
  // applied.
  Safety up_to = Safety::safe;
  std::vector<RuleId> only = {};  // empty: those of all rules
  // Whether somebody hears of a finding at all; null: of all.
  std::function<bool(const Diagnostic&)> is_reported = {};
  // What is excused elsewhere than in the file stays as it is, whatever `only`
  // names; null: nothing is.
  std::function<bool(const Diagnostic&)> is_excused = {};
  // Also what `harden FILE` does, but for images from scratch.
  bool rewrite = false;
};

struct FixedFile {
  Revision file;  // as given when nothing was to be done
  // What was fixed, in the order in which it was; spans point into the source,
  // and the fixes have their titles only.
  Findings applied;
};

// Comments in the file and rules that are off keep what they excuse. A fix may
// show the next one; fixes at one place follow each other. Throws
// std::logic_error, with the rules' names, when a fix would leave a file that
// the engine refuses: a bug of that rule.
FixedFile fix(const Revision& file, const Options& options,
              const FixChoice& choice);

}  // namespace harden
