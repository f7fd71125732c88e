// What a program of the build context is run by.
#pragma once

#include <string>

#include "base/files/build_context.h"
#include "image/files/copied_file.h"

namespace harden {

// "python3" of a file that begins with `#!/usr/bin/env python3`; else the
// program's own name. `file` is where it comes from; `context` may be null.
std::string interpreter_of(const std::string& program, const CopiedFile& file,
                           const BuildContext* context);

}  // namespace harden
