// What a command line in shell form starts, and where `exec` would let the
// shell make way for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/source_file.h"

namespace harden {

struct PlainWord {
  Span span;  // in the line, quotes included
  std::string value;
};

struct StartLine {
  // The words of a line that is one program with plain arguments, a leading
  // `exec` left out; empty for any other line.
  std::vector<PlainWord> words;
  // Where `exec` belongs, in front of the last command; none when that is not a
  // program or has it already.
  std::optional<std::uint32_t> exec_at;
  bool has_exec = false;  // the last command has it already
  // Why neither can be had; empty for a line that starts nothing.
  std::string kept_because;
  std::string help;  // the way out, with `kept_because`
};

StartLine read_start_line(std::string_view text);

}  // namespace harden
