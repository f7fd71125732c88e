// What images are built with: templates/lists/building.json.
#pragma once

#include "base/text/word_lists.h"

namespace harden::lists {

extern const SortedWords go_value_flags;  // of `go build`, without the dash
// Subcommands of `go` that may run code of the project, which may write files.
extern const SortedWords go_running_commands;
extern const SortedWords c_compilers;

// Commands that leave nothing in the image that a program opens, but for the
// paths that file_moves() and run_paths() tell.
extern const SortedWords plain_commands;
// More of the kind, where the program's libraries are looked for: compilers,
// and what writes files that file_moves() tells.
extern const SortedWords plain_library_commands;

// What these bring is taken along in any case.
extern const SortedWords runtime_data_packages;
// What compiling needs.
extern const SortedWords build_packages;

}  // namespace harden::lists
