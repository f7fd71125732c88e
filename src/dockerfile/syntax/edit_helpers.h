// Every edit of a pass is built here: no pass counts offsets or newlines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"

namespace harden {

// New instructions as logical lines, each without a line ending; a comment is
// a line that begins with `#`. The helpers write them in the file's own style
// (line ending, keyword case).
struct NewLines {
  std::vector<std::string> lines;
};

// `RUN` or `run`, as the file writes its keywords.
std::string keyword_in_style(const Document& document, Keyword keyword);

// Commands joined by `&&` over several lines, continued in the file's style.
std::string joined_commands(const Document& document,
                            const std::vector<std::string>& commands);

// Directly behind the instruction's last line, set off by blank lines where
// the file does so.
Edit insert_after(const Document& document, const Instruction& instruction,
                  const NewLines& lines);

// In front of the instruction and of the comments that belong to it.
Edit insert_before(const Document& document, const Instruction& instruction,
                   const NewLines& lines);

Edit replace_word(const Word& word, std::string text);

// Words of a command line, with the blanks behind them on their line. What
// follows on further lines stays where it is.
Edit remove_span(const Document& document, Span words);

// `--name=value` directly behind the keyword or the last flag.
Edit add_flag(const Instruction& instruction, std::string_view flag);

}  // namespace harden
