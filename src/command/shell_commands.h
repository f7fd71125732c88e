// A command line of a POSIX shell, cut into its simple commands: enough to
// see which programs run with which arguments. Nothing is an error here; what
// the shell would refuse gives some list of commands all the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

struct ShellWord {
  // Quotes and escapes taken out; expansions stay as they are written.
  std::string value;
  Span span;  // in the text, quotes included
  // What is written is what the program gets (globs and `~` aside).
  bool known = true;
  // Depends on more than variables: `$(…)`, backquotes, `$1`, `$'…'`.
  bool opaque = false;
  // Where `$NAME` and `${NAME…}` stand in `value`.
  std::vector<Span> variables = {};
};

struct ShellAssignment {
  std::string name;
  ShellWord value;
};

struct Redirection {
  std::string op;       // ">", ">>", "<", "<<", "<<-", "<<<", "&>", …
  ShellWord target;     // the delimiter of a heredoc
  std::string heredoc;  // its lines
};

struct SimpleCommand {
  Span span;
  std::vector<ShellAssignment> assignments;
  // `for x in a b` and `case x in` are commands here, too; other reserved
  // words (`if`, `then`, `{`, `!`, …) are left out.
  std::vector<ShellWord> words;
  std::vector<Redirection> redirections;
  bool piped = false;  // the next command reads its output
  // May not have done its work though the whole text ended well: around `||`,
  // in an `if` or `case`, behind a command that may have failed unseen.
  bool maybe = false;
  // In a function's body: it runs when that is called, if at all.
  bool in_function = false;
  // Of `for`: how many of the next commands are its body.
  std::uint32_t body = 0;
  // Of the first one in a `( … )`: how many are in it.
  std::uint32_t subshell = 0;
  // Calls a function of the same text, whose commands are listed where it is
  // defined.
  bool calls_function = false;
};

// In the order of the text, whatever joins them. Linear in the text's length.
// `maybe` is told for a text whose end with status 0 is known: that of a RUN,
// where nobody has an image otherwise.
std::vector<SimpleCommand> shell_commands(std::string_view text);

// The one command of an exec form.
SimpleCommand exec_command(std::vector<std::string> argv);

}  // namespace harden
