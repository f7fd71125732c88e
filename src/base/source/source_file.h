// The bytes of one input and where its lines begin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/span.h"

namespace harden {

// Both count from 1. The column counts bytes, as compilers do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Never changes, so any thread may read it: a file is checked on one thread and
// reported on another.
class SourceFile {
 public:
  // `name` is what messages call the file ("-" was standard input).
  SourceFile(std::string name, std::string bytes);

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }
  std::string_view text(Span span) const {
    return std::string_view(bytes_).substr(span.begin, span.size());
  }

  Position position(std::uint32_t offset) const;

  // The line's bytes without its line ending; `line` counts from 1.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t line_begin(std::uint32_t line) const;
  std::uint32_t line_count() const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::uint32_t> line_begins_ = {0};
};

}  // namespace harden
