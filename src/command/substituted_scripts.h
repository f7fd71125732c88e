// The scripts that a word of a shell text holds.
#pragma once

#include <string_view>
#include <vector>

#include "base/source/source_file.h"
#include "command/shell_commands.h"

namespace harden {

// What stands inside `$(…)` and backquotes of the word, in double quotes too;
// not what these scripts hold themselves.
std::vector<Span> substituted_scripts(std::string_view text,
                                      const ShellWord& word);

}  // namespace harden
