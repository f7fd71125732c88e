// A Dockerfile as a tree over its own bytes.
//
// Everything here points into the source by byte offsets; nothing is ever
// printed from the tree. The rules are those of BuildKit's parser
// (frontend/dockerfile/parser and instructions): lines are joined first, then
// cut into keyword, flags and arguments, and each instruction cuts its
// arguments in its own way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"

namespace harden {

enum class TokenKind : std::uint8_t {
  bom,           // UTF-8 byte order mark at offset 0
  directive,     // whole line: `# syntax=…`, `# escape=…`, `# check=…`
  comment,       // whole line with its line ending
  blank_line,    // whole line with its line ending
  space,         // indentation before a keyword
  keyword,       // first word of an instruction
  text,          // what follows the keyword on one physical line
  continuation,  // escape character, blanks and line ending
  newline,       // the line ending of an instruction
  heredoc_body,  // all lines up to the delimiter
  heredoc_end,   // the delimiter's line with its line ending
};

struct Token {
  TokenKind kind;
  Span span;
};

// A part of a logical line. `value` is the text with continuations and the
// comments between them taken out; quotes and variables are still in it.
struct Word {
  Span span;
  std::string value;
};

// The text of a logical line (continuations, and comments and blank lines
// between them, removed), and for each stretch of it where it came from.
struct LogicalText {
  struct Piece {
    std::uint32_t text_begin;
    std::uint32_t source_begin;
  };
  std::string text;
  std::vector<Piece> pieces;  // ascending in both; the first has text_begin 0

  // The place in the source of an offset into `text`.
  std::uint32_t to_source(std::uint32_t text_offset) const;
  // The source range from the first to behind the last byte of a range of
  // `text`; spans the continuations between them.
  Span to_source(std::uint32_t text_begin, std::uint32_t text_end) const;
};

// `--name=value` or `--name`. Also flags that nobody has invented yet.
struct Flag {
  Span span;
  std::string name;  // without the dashes
  std::optional<Word> value;
};

struct Heredoc {
  Span opener;      // `<<-"EOF"` with its file descriptor
  Span body;        // the lines, without the delimiter's
  Span terminator;  // the delimiter's line; empty when it is missing
  std::string delimiter;
  unsigned file_descriptor = 0;
  bool expands = true;       // false for a quoted delimiter
  bool strips_tabs = false;  // `<<-`
};

enum class Keyword : std::uint8_t {
  unknown,
  add,
  arg,
  cmd,
  copy,
  entrypoint,
  env,
  expose,
  from,
  healthcheck,
  label,
  maintainer,
  onbuild,
  run,
  shell,
  stopsignal,
  user,
  volume,
  workdir,
};

// The upper-case name; "" for unknown.
std::string_view to_string(Keyword keyword);

// RUN, CMD, ENTRYPOINT, SHELL, and HEALTHCHECK's CMD.
struct Command {
  enum class Form { shell, exec };
  Form form = Form::shell;
  // exec form: the strings, unescaped; spans include the quotes.
  std::vector<Word> argv;
  // shell form: the command line begins here in Instruction::arguments.text.
  std::uint32_t text_begin = 0;
  // Starts like an exec form but is not valid JSON, so the engine hands it to
  // the shell: nearly always a mistake.
  bool broken_exec_form = false;
};

struct From {
  Word image;
  std::optional<Word> alias;  // as written
};

struct Healthcheck {
  std::optional<Command> command;  // none for `HEALTHCHECK NONE`
};

// COPY and ADD. Heredoc sources keep their `<<EOF` spelling in `sources`.
struct Transfer {
  std::vector<Word> sources;
  Word destination;
  bool exec_form = false;
};

// ENV, LABEL, ARG.
struct Assignment {
  Word name;
  std::optional<Word> value;  // `ARG name` has none
};
struct Assignments {
  std::vector<Assignment> list;
};

// EXPOSE, VOLUME.
struct WordList {
  std::vector<Word> words;
  bool exec_form = false;
};

// USER, WORKDIR, STOPSIGNAL, MAINTAINER: the whole rest of the line.
struct SingleWord {
  Word word;
};

struct Instruction;

struct Onbuild {
  std::vector<Instruction> trigger;  // one, or none when it is missing
};

// An instruction that nobody knows, or one whose arguments make no sense (a
// diagnostic says which).
struct Unreadable {};

using Body = std::variant<Unreadable, From, Command, Healthcheck, Transfer,
                          Assignments, WordList, SingleWord, Onbuild>;

struct Instruction {
  Keyword keyword = Keyword::unknown;
  Span span;  // from the keyword to the end of the last argument
  Span keyword_span;
  Span lines;  // whole lines: indentation to the last line ending,
               // heredocs included
  std::vector<Flag> flags;
  LogicalText arguments;  // behind the flags, blanks trimmed on both ends
  std::vector<Heredoc> heredocs;
  Body body;

  const Flag* flag(std::string_view name) const;  // null when absent
  template <typename T>
  const T* as() const {
    return std::get_if<T>(&body);
  }
};

// The command line of a shell-form command.
std::string_view shell_text(const Instruction& instruction,
                            const Command& command);

// A FROM and all up to the next.
struct Stage {
  std::size_t begin = 0;  // index of the FROM in Document::instructions
  std::size_t end = 0;    // behind its last instruction
  std::string name;       // lower case; empty when it has none
};

struct Directive {
  std::string name;  // lower case
  std::string value;
  Span span;
};

// The file's own habits; inserted text copies them.
struct Style {
  std::string newline = "\n";
  bool lower_case_keywords = false;
  std::string continuation_indent = "    ";
  char escape = '\\';
};

struct Document {
  std::shared_ptr<const SourceFile> source;
  std::vector<Token> tokens;  // in order; together they are the source
  std::vector<Directive> directives;
  std::vector<Instruction> instructions;
  std::vector<Stage> stages;  // instructions before the first are global ARGs
  Style style;
  // What BuildKit would refuse (HD001) or nobody knows (HD002).
  std::vector<Diagnostic> problems;

  std::string_view text(Span span) const { return source->text(span); }
};

// Takes any bytes (up to 4 GiB). What BuildKit would refuse becomes a
// diagnostic in Document::problems; the rest of the file is still understood.
Document parse(SourceFile source);

}  // namespace harden
