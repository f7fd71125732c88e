// What a program of the build context is run by.
#pragma once

#include <string>

#include "analysis/copied_file.h"
#include "harden/build_context.h"

namespace harden {

// "python3" of a file that begins with `#!/usr/bin/env python3`; else the
// program's own name. `file` is where it comes from; `context` may be null.
std::string interpreter_of(const std::string& program, const CopiedFile& file,
                           const BuildContext* context);

}  // namespace harden
