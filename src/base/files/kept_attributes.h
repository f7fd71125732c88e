// What a file keeps when another one takes its name and place.
#pragma once

#include <sys/stat.h>

#include <string>

namespace harden {

// Gives the open file the owner, the mode, the access control list, the
// security label and the attributes (user.*) of the one at `path`, whose status
// is `before`. Capabilities and checksums, which writing to a file would end,
// too, are not kept.
//
// Returns what could not be kept, a line for people each, and that other names
// (hard links) of the old file stay with it: they are more often copies that
// are meant to stay (snapshots, stores of packages) than names for one file.
// Throws OutputError when the mode cannot be set.
std::string keep_attributes(const std::string& path, const struct stat& before,
                            int file);

}  // namespace harden
