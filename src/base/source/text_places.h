// Lines and columns as programs count them that read a report.
#pragma once

#include <cstdint>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

// All count from 1. A byte order mark in front of the file counts as nothing,
// a byte that is not UTF-8 as one character.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;        // Unicode code points
  std::uint32_t utf16_column = 1;  // UTF-16 code units
};

// Each question takes the same time, however long the lines are.
class TextPlaces {
 public:
  explicit TextPlaces(const SourceFile& source);

  // An offset beyond the end counts as the end, one inside a character as the
  // place behind it.
  TextPlace at(std::uint32_t offset) const;
  // Brought into the file.
  Span inside(Span span) const;

 private:
  // How much lies in front of a character.
  struct Count {
    std::uint32_t offset = 0;
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };
  void step(Count& count) const;
  Count count_to(std::uint32_t offset) const;

  const SourceFile& source_;
  std::vector<Count> counts_;  // every so many bytes
};

}  // namespace harden
