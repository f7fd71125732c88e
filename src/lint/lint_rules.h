// All lint rules, one file each.
#pragma once

#include <vector>

#include "lint/subject.h"

namespace harden::lint_rules {

using Findings = std::vector<Diagnostic>;

// Each looks at the whole file and adds what it finds.
void secret_in_variable(const Subject& subject, Findings& findings);
void secret_file_copied(const Subject& subject, Findings& findings);
void secret_in_run(const Subject& subject, Findings& findings);
void repeated_instruction(const Subject& subject, Findings& findings);

}  // namespace harden::lint_rules
