// The words of a command line, as far as the shell's text tells them.
#pragma once

#include <string_view>
#include <vector>

#include "command/wrappers.h"
#include "containers/run/run_flags.h"
#include "shell/shell_script.h"

namespace harden::containers {

// What a word comes to: defaults of variables are taken, the user's home is
// `~`, the current folder `.`.
Argument argument_of(const shell::Word& word, std::string_view script);

// The part from a byte of the text on. The place is the whole word's when its
// text is not what is written.
Argument part_of(const Argument& word, std::size_t from);

inline CommandWord command_word(const Argument& it) { return {it.text}; }

}  // namespace harden::containers
