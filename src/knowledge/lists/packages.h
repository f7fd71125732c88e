// Packages by what they are for: templates/lists/packages.json.
#pragma once

#include "base/text/word_lists.h"

namespace harden::lists {

extern const SortedWords login_packages;     // servers to log in to
extern const SortedWords debugger_packages;  // look into processes, networks
extern const SortedWords tool_packages;      // compilers and their tools
// Images that are made for building: the last part of their names.
extern const SortedWords building_images;
// Beginnings of names: without them rpm and its like no longer work.
extern const SortedWords manager_packages;
// Commands that prepare an update of the lists, or tidy up behind it.
extern const SortedWords update_preparations;

}  // namespace harden::lists
