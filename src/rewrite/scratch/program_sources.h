// What the sources of a program tell about what it needs beside itself.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "knowledge/knowledge.h"
#include "rewrite/scratch/copied_context.h"

namespace harden {

// Why a program of these sources cannot be shown to work with nothing beside
// itself: other programs that it starts, libraries that it loads, sources that
// are not at hand. Empty when nothing speaks against it. `with_libraries`: the
// shared objects that its file names come along, and glibc's. What is built
// into a library is not seen.
std::string needs_more_because(const ScratchFacts& facts,
                               const std::vector<ContextFile>& files,
                               const BuildContext* context,
                               bool with_libraries);

// Not read at run time: sources, module files, documentation, tests, what
// belongs to version control and builds. All others may be data of the program.
bool is_build_input(const std::string& path);

}  // namespace harden
