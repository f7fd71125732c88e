// What the image starts with, found out once for all who ask: following a start
// script costs as much as reading the file.
#pragma once

#include <optional>

#include "base/files/build_context.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/start/start_program.h"
#include "image/start/start_script.h"

namespace harden {

// Of the target stage, in a file that has stages. All that it is given has to
// outlive it and to stay as it is. What was found out is kept without a lock:
// it belongs to the thread that checks the file, as the document does.
class ImageStart {
 public:
  // `context` may be null.
  ImageStart(const Document& document, const Evaluation& evaluation,
             const BuildContext* context);

  const StartProgram& program() const;
  const BuildContext* context() const { return context_; }
  // As start_script(): none when no script is at hand.
  const std::optional<StartScript>& script() const;

 private:
  const Document& document_;
  const Evaluation& evaluation_;
  const BuildContext* context_;
  mutable std::optional<StartProgram> program_;
  mutable std::optional<std::optional<StartScript>> script_;
};

}  // namespace harden
