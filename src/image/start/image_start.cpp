#include "image/start/image_start.h"

namespace harden {

ImageStart::ImageStart(const StageView& stage) : stage_(stage) {}

const StartProgram& ImageStart::program() const {
  if (!program_) {
    program_ = start_program(stage_);
  }
  return *program_;
}

const std::optional<StartScript>& ImageStart::script() const {
  if (!script_) {
    script_ = start_script(stage_, program());
  }
  return *script_;
}

}  // namespace harden
