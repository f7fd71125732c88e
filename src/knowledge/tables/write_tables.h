#pragma once

#include <string>

#include "knowledge/tables/templates.h"

namespace harden::knowledge {

// The C++ source that defines `tables` (see knowledge/rows.h) and `lists`.
std::string write_tables(const Templates& templates);

}  // namespace harden::knowledge
