// Which ENTRYPOINT and CMD are in shell form, and how they read in exec form
// when nothing but PID 1 and its signals changes by it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "image/stage_view.h"
#include "image/start/start_line.h"

namespace harden {

struct ExecForm {
  std::size_t instruction = 0;
  // The program with its arguments; empty when a shell has to read the line.
  std::vector<PlainWord> words;
  // The shell that reads it, and where in the line it is told to make way.
  std::vector<std::string> shell;
  std::uint32_t exec_at = 0;
  std::string kept_because;
  std::string help;  // what the user can do about one that stays

  bool stays() const { return words.empty() && shell.empty(); }
};

// Those of the target stage that are in effect; none for one whose shell makes
// way already (`exec`), and none for the shells of Windows.
std::vector<ExecForm> exec_forms(const StageView& stage);

}  // namespace harden
