// How a shell is called: with a line (`sh -c LINE NAME ARGUMENT …`), with a
// file (`bash -x FILE ARGUMENT …`), or for what it reads (`sh`, `sh -s`).
#pragma once

#include <cstddef>
#include <optional>

#include "command/command_words.h"

namespace harden {

struct ShellCall {
  // Behind the options: the line, or the file; the number of words when there
  // is none.
  std::size_t behind = 1;
  bool takes_line = false;   // -c
  bool reads_input = false;  // -s
  bool only_checks = false;  // -n: nothing runs
  bool is_login = false;     // -l, -i: it reads the account's own files
  // false where an option is not known, or has a shell read another file.
  bool known = true;

  std::optional<std::size_t> line() const;
  std::optional<std::size_t> file() const;

  std::size_t size = 0;  // of the words
};

// `words` begin with the shell.
ShellCall shell_call(const CommandWords& words);

}  // namespace harden
