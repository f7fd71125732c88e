// What yaml-cpp cannot read, said so that it can be mended.
#pragma once

#include <cstdint>
#include <string>

#include "base/source/source_file.h"

namespace harden::yaml {

// Throws BadInput; `said` is yaml-cpp's own message.
[[noreturn]] void refuse_syntax(const SourceFile& source, std::uint32_t offset,
                                const std::string& said);

}  // namespace harden::yaml
