// What the engine would refuse, said so that a person can mend it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"

namespace harden::rule {

extern const RuleInfo syntax_error;
extern const RuleInfo unknown_instruction;

}  // namespace harden::rule

namespace harden {

// HD001
Diagnostic syntax_error(Span span, std::string message, std::string help = {});

// HD002; `line` is the logical line, which often shows what was meant.
Diagnostic unknown_instruction(const Instruction& instruction,
                               std::string_view line);

// HD003. Adds to document.problems.
void report_broken_exec_forms(Document& document);

// What concerns the file as a whole: directives, stages, heredocs, and that
// there is a FROM at all. Adds to document.problems.
void report_document_problems(Document& document);

// Of what may be any length, messages show the beginning.
inline constexpr std::size_t most_of_word = 40;

// Flags that BuildKit would refuse: by their name, their value, or the version
// that `# syntax=` asks for. Adds to document.problems.
void report_flags(Document& document);

}  // namespace harden
