// From the text of a script to its tree (harden/shell_script.h).
#pragma once

#include <string>
#include <string_view>

#include "shell/shell_script.h"

namespace harden::shell {

// Takes any bytes, in time linear in their number. Line endings may be \r\n.
Script parse_script(std::string_view text);

// What the first line names: Script::interpreter.
std::string interpreter_of(std::string_view text);

// Whether a program is a shell whose language this is: "sh", "/bin/bash",
// "dash", "ash", "ksh", "zsh", "busybox" (by its base name).
bool is_posix_shell(std::string_view program);

}  // namespace harden::shell
