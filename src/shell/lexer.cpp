#include "shell/lexer.h"

#include <stdexcept>

#include "shell/grammar/longest_match.h"

namespace harden::shell {
namespace {

#include "shell_tables.inc"

constexpr grammar_tables::Tables tables{next_row, accepted_rule, column_count,
                                        first_accepting};

}  // namespace

Piece TableLexer::next(Mode mode, std::uint32_t at) {
  const auto [rule, end] = grammar_tables::longest_match(
      tables, column_of_byte, start_of_mode[static_cast<std::size_t>(mode)],
      text_, at);
  if (rule == 0) throw std::logic_error("the grammar has no token for a byte");
  const auto symbol = static_cast<Symbol>(type_of_rule[rule]);
  return {symbol, kind_of(symbol), {at, end}};
}

TokenKind kind_of(Symbol symbol) {
  switch (symbol) {
    case Symbol::blank:
      return TokenKind::blank;
    case Symbol::newline:
      return TokenKind::newline;
    case Symbol::comment:
      return TokenKind::comment;
    case Symbol::continuation:
      return TokenKind::continuation;
    case Symbol::heredoc_body:
      return TokenKind::heredoc_body;
    case Symbol::heredoc_end:
      return TokenKind::heredoc_end;
    default:
      return symbol >= Symbol::and_if && symbol <= Symbol::redirect
                 ? TokenKind::operation
                 : TokenKind::word;
  }
}

}  // namespace harden::shell
