// All tokens of a Dockerfile, heredocs included.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/syntax/scanner.h"

namespace harden {

// The heredocs opened by the instruction whose line ends at `newline`.
struct HeredocGroup {
  std::size_t newline;  // index into TokenList::lexemes; of the last lexeme
                        // where the file ends first
  std::vector<Heredoc> heredocs;
};

struct TokenList {
  std::vector<Lexeme> lexemes;  // together they are the source
  std::vector<HeredocGroup> groups;
};

// The escape character that the directives at the top choose: \ or `. An
// invalid `# escape=` counts as \ (parse() reports it).
char find_escape(std::string_view source);

// Offset behind a byte order mark, or 0.
std::uint32_t behind_byte_order_mark(std::string_view source);

// Reads all of `lexemes`, and the heredocs that no grammar can find because
// their delimiters are words of the line before.
TokenList tokenize(std::string_view source, char escape, Lexemes& lexemes);

}  // namespace harden
