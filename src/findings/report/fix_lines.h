// A fix below its finding: the lines it takes away and puts in, on a terminal.
#pragma once

#include <cstdint>
#include <string>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "base/text/palette.h"

namespace harden {

// Whole lines behind `indent` blanks; long ones are cut, and so are many.
std::string fix_lines(const SourceFile& source, const Fix& fix,
                      std::uint32_t indent, const Palette& palette);

}  // namespace harden
