// What COPY and ADD bring from the build context into the image of a stage.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"

namespace harden {

struct ContextFile {
  // In the context; of a heredoc, where it lands in the image.
  std::string path;
  std::string image_path;  // absolute
  std::size_t instruction = 0;
  // The part of `image_path` that stands directly below the COPY's
  // destination: "/src/templates" of "/src/templates/a/b.html".
  std::string image_top;
  std::optional<std::string> heredoc = {};  // its text
  bool is_program =
      false;  // what the image starts: a source, whatever its name
};

struct CopiedContext {
  std::vector<ContextFile> files;
  // A COPY that could not be followed; empty when all could be.
  std::string incomplete_because;
};

CopiedContext copied_context(const StageView& stage);

}  // namespace harden
