// Lines of a source file with the places in question underlined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "base/text/palette.h"

namespace harden {

// Longer lines are cut around the place in question, or around what changes:
// columns in all, and those that lead up to it.
constexpr std::uint32_t shown_width = 100;
constexpr std::uint32_t shown_lead_in = 30;

struct Excerpt {
  std::string text;          // whole lines
  std::uint32_t gutter = 1;  // columns of the line numbers
};

// The line of the diagnostic with `^^^` under its place, and the lines of its
// labels with `---` and their messages, in the order of the file.
Excerpt excerpt(const SourceFile& source, const Diagnostic& diagnostic,
                bool fixed, const Palette& palette);

}  // namespace harden
