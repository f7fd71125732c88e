// Rows of runtimes, with what they need in an image from scratch.
#pragma once

#include <string>
#include <vector>

#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

std::string runtime_row(const RuntimeEntry& entry, CppConstants& constants);
std::string write_list(const std::vector<WrittenPath>& writes,
                       CppConstants& constants);

}  // namespace harden::knowledge
