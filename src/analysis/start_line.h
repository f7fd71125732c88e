// What a command line in shell form starts, and how it reads when the shell
// makes way for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harden {

struct StartLine {
  // The words of a line that is one program with plain arguments, a leading
  // `exec` left out; empty for any other line.
  std::vector<std::string> argv;
  // The line with `exec` in front of its last command; empty when that is no
  // program or has it already.
  std::string with_exec;
  bool has_exec = false;  // the last command has it already
  // Why neither can be had; empty for a line that starts nothing.
  std::string kept_because;
  std::string help;  // the way out, with `kept_because`
};

StartLine read_start_line(std::string_view text);

}  // namespace harden
