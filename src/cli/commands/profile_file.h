// Profiles that the command line names.
#pragma once

#include <string>

#include "base/source/source_file.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::cli {

// "-" is standard input. Throws BadInput.
SourceFile read_profile_source(const std::string& path);

// The same as a profile. `default`, where no file is called so, is the engines'
// own.
SeccompProfile read_profile(const std::string& path);

}  // namespace harden::cli
