// Reads one word of a shell command line.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/shell_commands.h"

namespace harden::model {

// The word that begins at `at`, up to the next blank or operator. It is empty
// when there is none.
ShellWord read_shell_word(std::string_view text, std::size_t at);

// Behind the `)` or `}` that closes the bracket at `at`, past quotes and inner
// brackets; the end of the text when nothing does.
std::size_t behind_bracket(std::string_view text, std::size_t at);

}  // namespace harden::model
