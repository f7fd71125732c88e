// Where in a command the reader stands: reserved words, assignments and the
// patterns of `case` are such only in their places.
#pragma once

#include <cstdint>
#include <string_view>

#include "shell/pieces.h"

namespace harden::shell {

class CommandPosition {
 public:
  enum class At : std::uint8_t {
    command,  // the first word of a command is next
    closed,   // behind a compound command
    prefix,   // behind assignments or redirections
    arguments,
    for_name,
    for_in,
    case_subject,
    case_in,
    pattern,
    more_patterns,
    function_name,
    parens,  // between the brackets of `f()`
    test,
    array,
  };

  CommandPosition() = default;
  explicit CommandPosition(At at) : at_(at) {}

  // What a word is; `plain` when it is one piece without quotes.
  Symbol word(std::string_view raw, bool plain);
  // What an operator or line ending is.
  Symbol operation(Symbol symbol);
  // `(` and `)` where they open or close no list of commands.
  Symbol bracket(Symbol symbol);

  // Behind `)`, `))`; or behind an array that is assigned.
  void closed() { *this = kept(At::closed); }
  void assigned() { *this = kept(At::prefix); }
  void open_parens() { *this = kept(At::parens); }
  void close_parens() { *this = kept(At::command); }

  bool is(At at) const { return at_ == at; }
  bool begins_command() const {
    return at_ == At::command || at_ == At::closed;
  }
  bool may_assign() const { return begins_command() || at_ == At::prefix; }
  bool in_patterns() const {
    return at_ == At::pattern || at_ == At::more_patterns;
  }
  bool in_regex() const { return regex_ && at_ == At::test; }
  bool may_name_function() const { return named_; }
  bool wants_target() const { return target_; }

 private:
  CommandPosition kept(At at) const {
    CommandPosition result(at);
    result.cases_ = cases_;
    return result;
  }
  Symbol first_word(std::string_view raw, bool plain);
  Symbol reserved(std::string_view raw);
  Symbol end_case();

  At at_ = At::command;
  bool named_ = false;   // `(` makes the last word a function's name
  bool timed_ = false;   // behind `time`
  bool target_ = false;  // the next word is a redirection's target
  bool regex_ = false;   // behind `=~`
  std::uint32_t cases_ = 0;
};

// `name=`, `name+=`, `name[…]=` at the beginning of a word.
struct AssignmentHead {
  std::uint32_t name_size = 0;  // 0: it is not an assignment
  std::uint32_t value_begin = 0;
  bool append = false;
  bool element = false;
};
AssignmentHead assignment_head(std::string_view word);

}  // namespace harden::shell
