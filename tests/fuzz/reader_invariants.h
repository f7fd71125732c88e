// What must hold of the readers of what others have written: JSON profiles,
// settings in YAML, logs of strace.
#pragma once

#include <string>

#include "violation.h"

namespace harden::test {

// What is read lies in order in what is around it, and is what nlohmann-json
// reads; what one of the two refuses is nothing that the other one takes, but
// for keys given twice, depth and size. Throws Violation.
void check_json(const std::string& bytes);

// Nodes lie in the file, findings have a place in it, and reading it again
// gives the same. Throws Violation.
void check_settings_file(const std::string& bytes);

// Names are what the kernel's are made of, and whatever the blocks are in which
// a log comes, the same calls are seen. Throws Violation.
void check_log(const std::string& bytes);

}  // namespace harden::test
