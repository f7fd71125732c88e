// Whom a step-down goes to, where the container starts as root.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"
#include "image/start/start_program.h"
#include "image/start/start_script.h"

namespace harden {

struct StepDownTarget {
  std::string account;  // as the tools look it up: "app", "1000:1000"
  std::string where;    // "`ENTRYPOINT`", "entry.sh:3"
  // The start script that steps down, which may have changed the accounts
  // before; null when there is none.
  const StartScript* script = nullptr;
  bool keeps_root_group = false;  // StepDownCall's
};

// "1000:1000" and not "app".
bool are_numbers(std::string_view account);

// `user` starts as root. He stays so when the account is root's; he cannot
// start when it is shown to be missing.
EffectiveUser stepped_down_to(const Document& document, const ImageState& state,
                              const StepDownTarget& target, EffectiveUser user);

// An ENTRYPOINT or CMD that hands over to another user by itself, without a
// start script: `ENTRYPOINT ["gosu", "app", "server"]`.
struct DirectStepDown {
  std::string account;  // as a USER would say it: "app", "10001:10001"
  std::string keyword;  // "ENTRYPOINT"
  std::string tool;     // "gosu"
  // Root keeps a process in front of the program (tini, su), which needs
  // CAP_KILL to pass signals on.
  bool stays_in_front = false;
  bool keeps_root_group = false;  // StepDownCall's
};

// The command line of the image, followed as a script is; nullopt when it is
// not one line of the file.
std::optional<Followed> follow_start_line(const StageView& stage,
                                          const StartProgram& start,
                                          bool as_root);

// nullopt when the command line does not step down, or not for sure. `start` is
// what start_program() tells of the stage.
std::optional<DirectStepDown> direct_step_down(const StageView& stage,
                                               const StartProgram& start);

}  // namespace harden
