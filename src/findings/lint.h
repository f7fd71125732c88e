// What is wrong with a Dockerfile besides the user that its image runs as.
#pragma once

#include <vector>

#include "base/source/diagnostic.h"
#include "findings/options.h"
#include "image/revision.h"

namespace harden {

struct LintInput {
  const Revision& file;
  const Options& options;
};

// Findings of all lint rules (HD4xx), each with the severity of its rule, also
// of those that are off unless somebody asks for them. In the order of the
// rules.
std::vector<Diagnostic> lint(const LintInput& input);

}  // namespace harden
