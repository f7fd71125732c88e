// From the text of a script to its tree (harden/shell_script.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace harden::shell {

// Takes any bytes, in time linear in their number. Line endings may be \r\n.
Script parse_script(std::string_view text);

// In order; together they are the text.
std::vector<Token> script_tokens(std::string_view text);

// What the first line names: Script::interpreter.
std::string interpreter_of(std::string_view text);

}  // namespace harden::shell
