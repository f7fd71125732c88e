// An ENTRYPOINT or CMD that hands over to another user by itself, without a
// start script: `ENTRYPOINT ["gosu", "app", "server"]`.
#pragma once

#include <optional>
#include <string>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct DirectStepDown {
  std::string account;  // as a USER would say it: "app", "10001:10001"
  std::string keyword;  // "ENTRYPOINT"
  std::string tool;     // "gosu"
  // Root keeps a process in front of the program (tini, su), which needs
  // CAP_KILL to pass signals on.
  bool stays_in_front = false;
};

// nullopt when the command line does not step down, or not for sure. `start` is
// what start_program() tells of the stage.
std::optional<DirectStepDown> direct_step_down(const StageView& stage,
                                               const StartProgram& start);

}  // namespace harden
