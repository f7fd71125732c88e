// Files of the build context that another user than root could not read once
// they are in the image.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

struct UnreadableFile {
  std::size_t instruction;  // the COPY or ADD
  std::string path;         // in the build context, or an address
  std::uint32_t mode;       // octal permission bits
  bool downloaded = false;  // ADD gives it 0600
};

// The first such file of each COPY and ADD that says neither --chown nor
// --chmod. Without a context only downloads are known.
std::vector<UnreadableFile> unreadable_files(const Document& document,
                                             const Evaluation& evaluation,
                                             std::size_t stage,
                                             const BuildContext* context);

}  // namespace harden
