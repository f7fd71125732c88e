// Folders and files by name: templates/lists/paths.json.
#pragma once

#include "base/text/word_lists.h"

namespace harden::lists {

// What lies in a folder, or in one of such a name, is gone with the container,
// and nobody misses it.
extern const SortedWords short_lived_folders;
extern const SortedWords short_lived_names;
// Nobody means to write below these, whatever a VOLUME says.
extern const SortedWords read_only_folders;
// Ends of names of settings and scripts: a file, not a folder.
extern const SortedWords settings_endings;

// Folders of such a name hold what a program writes.
extern const SortedWords data_names;
// What is made there serves the build, not the program.
extern const SortedWords build_folders;

}  // namespace harden::lists
