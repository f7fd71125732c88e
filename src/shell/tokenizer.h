// All pieces of a script and the symbols for the parser: what no lexer can do.
#pragma once

#include <string_view>
#include <vector>

#include "shell/command_position.h"
#include "shell/lexer.h"
#include "shell/pieces.h"

namespace harden::shell {

// Nesting deeper than this is not read: the rest of the text is one piece.
inline constexpr std::size_t max_nesting = 100;

// How often arithmetic may turn out to be a subshell; each time, the rest of
// the text is read again.
inline constexpr unsigned max_taken_back = 16;

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Lexer& lexer);
  Pieces run();

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  // What is open at a place of the text.
  struct Open {
    enum class Kind : std::uint8_t {
      script,
      subshell,       // `(`
      command,        // `$(`, `<(`
      array,          // `a=(` of an assignment
      inner_array,    // `declare a=(`: a part of a word
      quoted,         // `"`
      braces,         // `${`
      quoted_braces,  // `"${`
      arithmetic,     // `((`, `$((`
      brackets,       // `@(`; and any in a regular expression
      square,         // `$[`
    };
    Kind kind = Kind::script;
    std::uint32_t opener = 0;  // a piece
    // Of lists of commands and arrays:
    CommandPosition position = {};
    std::uint32_t word = none;  // the first piece of the word that is open
    std::uint32_t heredoc_operator = none;  // whose delimiter is next
    std::size_t heredocs = 0;  // of waiting_; those before are not its own
    // Of the others: brackets open within.
    std::uint32_t nested = 0;
    // Of arithmetic: the units and here-documents before it.
    std::size_t units_before = 0;
    std::size_t heredocs_before = 0;
  };
  using Kind = Open::Kind;
  static bool holds_words(Kind kind) { return kind <= Kind::inner_array; }
  static bool in_word(Kind kind) {
    return kind > Kind::subshell && kind != Kind::array;
  }

  void read_all();
  Mode mode() const;
  void step(const Piece& piece);
  void in_list(const Piece& piece);
  void in_expansion(const Piece& piece);
  void word_piece(const Piece& piece);
  bool opens(Symbol symbol);

  void end_word(std::uint32_t behind);
  Symbol word_symbol(std::uint32_t first, std::uint32_t last);
  void note_heredoc(std::uint32_t first, std::uint32_t last);
  void newline();
  void read_heredoc(HereDocument& heredoc);

  void open_bracket();
  bool bracket_in_word();
  bool at_pattern_bracket() const;
  void close_bracket();
  void nested_bracket(const Piece& piece);
  void end_arithmetic();

  void push(Kind kind);
  void pop();
  void drop();
  void give_up();
  void finish();
  bool take_back();
  bool take_back(std::size_t level);

  void emit(Symbol symbol, std::uint32_t first, std::uint32_t last);
  std::uint32_t last_piece() const;
  std::string_view raw(Span span) const;
  char byte_at(std::uint32_t at) const;
  bool closes_next() const;

  std::string_view text_;
  Lexer& lexer_;
  std::uint32_t at_ = 0;
  Pieces result_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> waiting_;  // here-documents whose lines come
  std::uint32_t expansions_ = 0;        // of open_, those within a word
  unsigned taken_back_ = 0;
};

}  // namespace harden::shell
