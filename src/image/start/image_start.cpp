#include "image/start/image_start.h"

namespace harden {

ImageStart::ImageStart(const Document& document, const Evaluation& evaluation,
                       const BuildContext* context)
    : document_(document), evaluation_(evaluation), context_(context) {}

const StartProgram& ImageStart::program() const {
  if (!program_) {
    program_ =
        start_program(document_, evaluation_, evaluation_.target, context_);
  }
  return *program_;
}

const std::optional<StartScript>& ImageStart::script() const {
  if (!script_) {
    script_ = start_script(document_, evaluation_, evaluation_.target,
                           program(), context_);
  }
  return *script_;
}

}  // namespace harden
