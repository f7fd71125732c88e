// Where a file of the image comes from, and whether it is a shell script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/image_state.h"
#include "image/files/file_origin.h"
#include "image/stage_view.h"

namespace harden {

class CopiedFiles {
 public:
  explicit CopiedFiles(const StageView& stage);

  // `program` as ENTRYPOINT names it: a path, or a name to be found in PATH.
  // `by_shell`: it is started with `sh FILE`, and so is a script whatever its
  // first line says.
  CopiedFile find(std::string_view program, bool by_shell = false);

  // Why a program of the base image is not as the base has it; empty when
  // nothing touches it.
  std::string touched_because(std::string_view program);

 private:
  std::vector<std::string> places_of(const std::string& program);

  const ImageState& state_;
  FileOrigin origin_;
};

}  // namespace harden
