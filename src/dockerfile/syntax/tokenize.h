// All tokens of a Dockerfile, heredocs included.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"
#include "dockerfile/document.h"

namespace harden {

// Cuts bytes into the tokens of grammar/DockerfileLexer.g4.
// Numbered as in the grammar (DockerfileLexer.tokens); a test compares them.
enum class Symbol : std::uint8_t {
  end_of_input = 0,
  bom = 1,
  heredoc_body = 2,
  heredoc_end = 3,
  directive = 4,
  comment = 5,
  blank_line = 6,
  space = 7,
  onbuild = 8,
  keyword = 9,
  text = 10,
  continuation = 11,
  newline = 12,
};

struct Lexeme {
  Symbol symbol = Symbol::end_of_input;
  Span span;
};

// The seam at which another lexer fits in: the tests put ANTLR's own here.
class Lexemes {
 public:
  virtual ~Lexemes() = default;
  // end_of_input, with an empty span, once all bytes are used up.
  virtual Lexeme next() = 0;
  // Goes on at `offset`, at the beginning of a line that continues nothing.
  virtual void resume_at_line(std::uint32_t offset) = 0;
};

// Scans with the constant tables that the build derives from the grammar.
class Scanner final : public Lexemes {
 public:
  // `escape` is \ or `. Begins at `offset`, at the top of the file.
  Scanner(std::string_view bytes, char escape, std::uint32_t offset);
  Lexeme next() override;
  void resume_at_line(std::uint32_t offset) override;

 private:
  std::string_view bytes_;
  std::uint8_t columns_[256];
  std::uint32_t at_;
  int mode_ = 0;
};

// Parser directives: `# name=value` at the top of the file.
// BuildKit's ^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$ on a line without its
// ending; leading blanks are allowed. The span is left empty.
std::optional<Directive> parse_directive(std::string_view line);

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
