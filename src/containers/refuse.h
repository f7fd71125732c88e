// An input that cannot be used, with the place.
#pragma once

#include <cstdint>
#include <string>

#include "base/source/bad_input.h"
#include "base/source/source_file.h"

namespace harden::containers {

[[noreturn]] inline void refuse(const SourceFile& source, std::uint32_t offset,
                                std::string message) {
  const Position at = source.position(offset);
  throw BadInput(source.name(), std::move(message), at.line, at.column);
}

}  // namespace harden::containers
