// The words of a script's tree as the model reads them.
#pragma once

#include <cstddef>
#include <string_view>

#include "command/shell_commands.h"
#include "shell/shell_script.h"

namespace harden {

// `text` is what the word's spans point into.
ShellWord shell_word(const shell::Word& word, std::string_view text);

// What could not be read as one, as it is written.
ShellWord raw_shell_word(std::string_view text, Span span);

// Behind the `)` or `}` that closes the bracket at `at`, past quotes and inner
// brackets; the end of the text when nothing does.
std::size_t behind_bracket(std::string_view text, std::size_t at);

}  // namespace harden
