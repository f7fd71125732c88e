// Cuts bytes into the pieces of grammar/ShellLexer.g4.
#pragma once

#include <cstdint>
#include <string_view>

#include "shell/pieces.h"

namespace harden::shell {

// In the order of the grammar.
enum class Mode : std::uint8_t {
  between_words,
  rest_of_word,
  quoted,
  braces,
  quoted_braces,
  nested,
};

// The seam at which another lexer fits in: the tests put ANTLR's own here.
class Lexer {
 public:
  virtual ~Lexer() = default;
  // The piece that begins at `at`, which is not the end of the text.
  virtual Piece next(Mode mode, std::uint32_t at) = 0;
};

// Scans with the constant tables that the build derives from the grammar.
class TableLexer final : public Lexer {
 public:
  explicit TableLexer(std::string_view text) : text_(text) {}
  Piece next(Mode mode, std::uint32_t at) override;

 private:
  std::string_view text_;
};

TokenKind kind_of(Symbol symbol);

}  // namespace harden::shell
