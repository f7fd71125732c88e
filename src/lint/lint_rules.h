// All lint rules, one file each.
#pragma once

#include <vector>

#include "lint/subject.h"

namespace harden::lint_rules {

using Findings = std::vector<Diagnostic>;

// Each looks at the whole file and adds what it finds.
void repeated_instruction(const Subject& subject, Findings& findings);

}  // namespace harden::lint_rules
