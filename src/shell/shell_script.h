// A shell script as a tree over its own text: POSIX sh, and the bash forms
// that scripts use.
//
// All spans are byte offsets into the text that was parsed; nothing is ever
// printed from the tree. For a RUN that text is LogicalText::text, whose
// to_source() leads back to the Dockerfile. What cannot be read is an Opaque
// command; it is never a failure of the whole script. Nesting is bounded
// (beyond it: Opaque), so the tree may be walked by recursion.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source/source_file.h"

namespace harden::shell {

enum class TokenKind : std::uint8_t {
  blank,         // blanks and tabs
  newline,       // one line ending
  comment,       // without its line ending
  continuation,  // backslash and line ending
  word,          // a piece of a word: text, quotes, `${` …
  operation,     // `&&`, `|`, `;`, `(`, `>>`, …
  heredoc_body,  // all lines up to the delimiter
  heredoc_end,   // the delimiter's line with its line ending
};

struct Token {
  TokenKind kind;
  Span span;
};

// A piece of a word that the shell treats as one.
struct WordPart {
  enum class Kind : std::uint8_t {
    text,       // `text`: quotes and escapes taken out
    variable,   // `$NAME`, `$1`, `$@`: `text` is the name
    parameter,  // `${…}`: `text` is what stands between the braces, as written
    command,    // `$(…)`, backquotes: `text` is the script inside (of
                // backquotes: with their escapes taken out)
    arithmetic,  // `$((…))`: `text` is what stands inside
    other,       // process substitution, `$[…]`: `text` as written
  };
  Kind kind = Kind::text;
  // In quotes or escaped: no splitting, no patterns.
  bool quoted = false;
  Span span;  // as written; of quoted text without the quotes
  std::string text;
};

// Always at least one part; `""` has one empty quoted text.
struct Word {
  Span span;  // quotes included
  std::vector<WordPart> parts;

  // One text whatever the quotes: what is written is what the program gets.
  bool literal() const;
  // All parts joined; expansions stay as they are written.
  std::string value(std::string_view script) const;
};

struct Assignment {
  Span span;
  std::string name;         // of `a[1]=x`: `a`
  bool append = false;      // `+=`
  bool is_element = false;  // `a[1]=x`
  bool is_array = false;    // `a=(x y)`
  Word value;               // not of an array
  std::vector<Word> elements;
};

struct Redirection {
  Span span;  // from the file descriptor to the end of the target
  std::optional<std::uint32_t> descriptor;  // as written
  std::string op;  // ">", ">>", "<", "<<", "<<-", "<<<", "&>", ">&", …
  Word target;     // the delimiter of a heredoc
  Span heredoc;    // its lines, without the delimiter's
  bool heredoc_expands = false;
};

struct AndOr;
// Commands one after another, ended by newlines, `;` or `&`.
using List = std::vector<AndOr>;

// What could not be read.
struct Opaque {
  std::string because;
};

struct Simple {
  std::vector<Assignment> assignments;
  std::vector<Word> words;  // empty for assignments or redirections alone
};

struct Group {  // `{ …; }`
  List body;
};

struct Subshell {  // `( … )`
  List body;
};

struct If {
  struct Branch {
    List condition;
    List body;
  };
  std::vector<Branch> branches;  // `if` and each `elif`
  std::optional<List> otherwise;
};

struct Loop {  // while, until
  bool until = false;
  List condition;
  List body;
};

struct For {
  std::string variable;  // empty for `for ((…))`
  // nullopt: all positional parameters.
  std::optional<std::vector<Word>> words;
  bool select = false;
  Span numbers;  // of `for ((…))`: what stands inside
  List body;
};

struct Case {
  enum class End : std::uint8_t { leave, fall_through, test_next };
  struct Item {
    std::vector<Word> patterns;
    List body;
    End end = End::leave;
  };
  Word subject;
  std::vector<Item> items;
};

struct Function {
  std::string name;
  List body;  // of the group, or the one compound command
};

// `[[ … ]]`: operands and operators, each as a word.
struct Test {
  std::vector<Word> words;
};

struct Arithmetic {  // `(( … ))`
  Span inner;
};

struct Command {
  Span span;  // redirections included
  std::vector<Redirection> redirections;
  std::variant<Opaque, Simple, Group, Subshell, If, Loop, For, Case, Function,
               Test, Arithmetic>
      body;

  template <typename T>
  const T* as() const {
    return std::get_if<T>(&body);
  }
};

struct Pipeline {
  Span span;
  bool negated = false;  // `!`
  std::vector<Command> commands;
};

struct AndOr {
  enum class Join : std::uint8_t { both, either };  // `&&`, `||`
  Span span;  // without the `;` or `&` behind it
  std::vector<Pipeline> pipelines;
  std::vector<Join> joins;  // one fewer than the pipelines
  bool background = false;  // ended by `&`
};

struct Script {
  List commands;
  // What the first line names: "/bin/sh", "bash" for `#!/usr/bin/env bash`;
  // empty without `#!`.
  std::string interpreter;
};

// From the text of a script to its tree (harden/shell_script.h).
// Takes any bytes, in time linear in their number. Line endings may be \r\n.
Script parse_script(std::string_view text);

// In order; together they are the text.
std::vector<Token> script_tokens(std::string_view text);

// What the first line names: Script::interpreter.
std::string interpreter_of(std::string_view text);

}  // namespace harden::shell
