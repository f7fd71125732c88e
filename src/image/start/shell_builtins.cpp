#include "image/start/shell_builtins.h"

#include <algorithm>
#include <initializer_list>

#include "base/text/word_lists.h"

namespace harden {

bool is_only_in_shells(std::string_view name) {
  return is_one_of(
      name,
      {".",         ":",        "alias",    "bg",       "bind",    "break",
       "builtin",   "caller",   "case",     "cd",       "command", "compgen",
       "complete",  "compopt",  "continue", "coproc",   "declare", "dirs",
       "disown",    "do",       "done",     "elif",     "else",    "enable",
       "esac",      "eval",     "exec",     "exit",     "export",  "fc",
       "fg",        "fi",       "for",      "function", "getopts", "hash",
       "help",      "history",  "if",       "in",       "jobs",    "let",
       "local",     "logout",   "mapfile",  "popd",     "pushd",   "read",
       "readarray", "readonly", "return",   "select",   "set",     "shift",
       "shopt",     "source",   "suspend",  "then",     "time",    "times",
       "trap",      "type",     "typeset",  "ulimit",   "umask",   "unalias",
       "unset",     "until",    "wait",     "while",    "!",       "[[",
       "((",        "{",        "}"});
}

bool is_builtin_with_program(std::string_view name) {
  return is_one_of(
      name, {"[", "echo", "false", "kill", "printf", "pwd", "test", "true"});
}

}  // namespace harden
