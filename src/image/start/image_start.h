// What the image starts with, found out once for all who ask: following a start
// script costs as much as reading the file.
#pragma once

#include <optional>

#include "image/stage_view.h"
#include "image/start/start_program.h"
#include "image/start/start_script.h"

namespace harden {

// Of the target stage, in a file that has stages. What was found out is kept
// without a lock: it belongs to the thread that checks the file, as the
// document does.
class ImageStart {
 public:
  explicit ImageStart(const StageView& stage) : stage_(stage) {}

  const StartProgram& program() const {
    if (!program_) program_ = start_program(stage_);
    return *program_;
  }
  const StageView& stage() const { return stage_; }
  // As start_script(): none when no script is at hand.
  const std::optional<StartScript>& script() const {
    if (!script_) script_ = start_script(stage_, program());
    return *script_;
  }

 private:
  const StageView stage_;
  mutable std::optional<StartProgram> program_;
  mutable std::optional<std::optional<StartScript>> script_;
};

}  // namespace harden
