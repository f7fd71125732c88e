// `# harden: ignore=HD101 reason` above an instruction, `ignore-stage` in a
// stage or above its FROM, and `ignore-file` anywhere.
#pragma once

#include <optional>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "findings/suppressions/suppression_rules.h"

namespace harden {

namespace rule {
extern const RuleInfo unused_suppression;
}

// Takes out the diagnostics that the file's comments excuse, and adds one for
// each code that excuses nothing: it is not needed (HD004), does not exist
// (HD005), or the rules do not allow it (HD006, HD007). Of what a rewrite alone
// says it cannot tell whether it is needed. The result is in the order of the
// file.
Findings apply_suppressions(const Document& document, Findings diagnostics,
                            const SuppressionRules& rules = {});

// A comment, and the lines that it speaks about; nullopt for none.
struct CommentLines {
  Span comment;
  std::optional<Span> lines;
};

// The same for files of settings; the comments in their order.
Findings apply_suppressions(const SourceFile& source,
                            const std::vector<CommentLines>& comments,
                            Findings diagnostics,
                            const SuppressionRules& rules = {});

// What comments excuse is not changed: the owner wants it so.
void drop_excused_fixes(const Document& document, const SuppressionRules& rules,
                        Findings& diagnostics);

// Whether a comment excuses it: the owner wants it so.
bool is_excused(const Document& document, const SuppressionRules& rules,
                const Diagnostic& finding);

}  // namespace harden
