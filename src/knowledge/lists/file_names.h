// Names of files: templates/lists/file_names.json.
#pragma once

#include "base/text/word_lists.h"

namespace harden::lists {

// What stands behind the last dot of names of files that are no archive, of
// archives, and whole names of the former. Lower case.
extern const SortedWords plain_endings;
extern const SortedWords archive_endings;
extern const SortedWords plain_file_names;

}  // namespace harden::lists
