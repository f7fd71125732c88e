// Diagnostics for people: one line that editors and terminals can jump to,
// the source with a caret, the reasons, and what to do next.
#pragma once

#include <span>
#include <string>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"

namespace harden {

struct TextStyle {
  bool colour = false;
  // The fixes are in the output: they are told as changes, not as faults.
  bool fixed = false;
  // What a fix would change is shown below its title.
  bool fix_lines = false;
};

std::string text_report(const SourceFile& source, const Diagnostic& diagnostic,
                        const TextStyle& style);

// All of them, in paragraphs: neighbours that concern one place share its
// lines. An empty line behind each paragraph.
std::string text_report(const SourceFile& source,
                        std::span<const Diagnostic> diagnostics,
                        const TextStyle& style);

// The word that stands before a message: "error", "warning", "info", "note".

}  // namespace harden
