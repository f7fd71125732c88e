// The shell that starts an ENTRYPOINT or CMD in shell form.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct StartShell {
  std::vector<std::string> argv;  // "/bin/sh", "-c"
  // It takes a line of POSIX shell behind its last word.
  bool readable = true;
  // It reads files of its own first (`--login`, BASH_ENV), which may change
  // PATH: a program that it starts may not be found without it.
  bool reads_profiles = false;
};

StartShell start_shell(const StageView& stage, std::size_t instruction);

}  // namespace harden
