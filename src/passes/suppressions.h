// `# harden: ignore=HD101 reason` above an instruction, and
// `# harden: ignore-file=HD101 reason` anywhere.
#pragma once

#include <optional>
#include <vector>

#include "harden/diagnostic.h"
#include "harden/document.h"

namespace harden {

// Takes out the diagnostics that the file's comments excuse, and adds one for
// each code that excuses nothing (HD004) or does not exist (HD005); of what a
// rewrite alone says it cannot tell. The result is in the order of the file.
std::vector<Diagnostic> apply_suppressions(const Document& document,
                                           std::vector<Diagnostic> diagnostics);

// A comment, and the lines that it speaks about; nullopt for none.
struct CommentLines {
  Span comment;
  std::optional<Span> lines;
};

// The same for files of settings; the comments in their order.
std::vector<Diagnostic> apply_suppressions(
    const SourceFile& source, const std::vector<CommentLines>& comments,
    std::vector<Diagnostic> diagnostics);

// What comments excuse is not changed: the owner wants it so.
void drop_excused_fixes(const Document& document,
                        std::vector<Diagnostic>& diagnostics);

// Whether a comment excuses it: the owner wants it so.
bool is_excused(const Document& document, const Diagnostic& finding);

}  // namespace harden
