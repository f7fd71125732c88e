// Makes a typed instruction of a logical line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// What the engine would refuse goes to `problems`; the instruction then keeps
// an Unknown body.
Instruction build_instruction(const LogicalText& line, char escape,
                              std::vector<Diagnostic>& problems);

}  // namespace harden
