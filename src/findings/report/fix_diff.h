// What a fix would change, as the hunks of a unified diff.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "base/text/palette.h"

namespace harden {

// With so many lines around each change. Only what lies around the edits is
// looked at, so that many fixes of a large file stay cheap; nullopt where that
// is more than a few pages.
std::optional<std::string> fix_diff(const SourceFile& source, const Fix& fix,
                                    std::uint32_t context);

// A fix below its finding: the lines it takes away and puts in, on a terminal.

// Whole lines behind `indent` blanks; long ones are cut, and so are many.
std::string fix_lines(const SourceFile& source, const Fix& fix,
                      std::uint32_t indent, const Palette& palette);

}  // namespace harden
