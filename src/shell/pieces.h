// A script cut up: into the pieces of grammar/ShellLexer.g4, and into the
// symbols that grammar/ShellParser.g4 reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shell/shell_script.h"

namespace harden::shell {

// Numbered as in the grammar (ShellLexer.tokens); a test compares them.
enum class Symbol : std::uint8_t {
  end = 0,
  word,
  assignment,
  array,  // `a=(`
  array_end,
  function_name,
  parens,  // `()` behind it
  if_,
  then,
  elif,
  else_,
  fi,
  do_,
  done,
  while_,
  until,
  for_,
  select,
  case_,
  in,
  esac,
  function,
  left_brace,
  right_brace,
  bang,
  time,
  pattern_open,
  pattern,
  pattern_or,
  pattern_end,
  test,
  test_operator,
  test_end,
  arithmetic,  // `((…))`
  heredoc_body,
  heredoc_end,
  stray,  // what stands where it cannot
  // Pieces, as the lexer finds them.
  blank,
  newline,
  comment,
  continuation,
  and_if,
  or_if,
  pipe,
  semi,
  amp,
  case_end,
  open,
  close,
  redirect,
  text,
  escaped,
  single_quoted,
  ansi_quoted,
  backquoted,
  unclosed,
  quote,
  variable,
  parameter_open,
  command_open,
  arithmetic_open,
  bracket_open,
  process_open,
  brace_close,
  square_open,
  square_close,
};

// Reserved words that begin and end a command with commands in it.
constexpr bool opens_compound(Symbol it) {
  return it == Symbol::left_brace || it == Symbol::if_ ||
         it == Symbol::while_ || it == Symbol::until || it == Symbol::for_ ||
         it == Symbol::select || it == Symbol::case_;
}
constexpr bool closes_compound(Symbol it) {
  return it == Symbol::right_brace || it == Symbol::fi || it == Symbol::done ||
         it == Symbol::esac;
}

struct Piece {
  Symbol symbol = Symbol::end;
  TokenKind kind = TokenKind::word;
  Span span;
  // Of an opener within a word: the index of the piece that closes it. Of the
  // operator of a here-document: its number + 1.
  std::uint32_t link = 0;
};

// A symbol of the parser, and the pieces [first, last] that it stands for.
struct Unit {
  Symbol symbol;
  std::uint32_t first;
  std::uint32_t last;
};

struct HereDocument {
  std::string delimiter;
  bool expands = true;
  bool strips_tabs = false;
  Span body;
};

struct Pieces {
  std::vector<Piece> pieces;  // together they are the text
  std::vector<Unit> units;    // what stands outside of `$(…)` and the like
  std::vector<HereDocument> heredocs;
};

}  // namespace harden::shell
