// What the engine would refuse, said so that a person can mend it.
#pragma once

#include <string>
#include <string_view>

#include "dockerfile/document.h"

namespace harden::syntax {

Diagnostic syntax_error(Span span, std::string message, std::string help = {});

// `line` is the logical line, which often shows what was meant.
Diagnostic unknown_instruction(const Instruction& instruction,
                               std::string_view line);

// What concerns the file as a whole: directives, stages, heredocs, and that
// there is a FROM at all. Adds to document.problems.
void report_document_problems(Document& document);

}  // namespace harden::syntax
