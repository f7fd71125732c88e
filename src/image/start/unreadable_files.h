// Files of the build context that another user than root could not read once
// they are in the image.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct UnreadableFile {
  std::size_t instruction;  // the COPY or ADD
  std::string path;         // in the build context, or an address
  std::uint32_t mode;       // octal permission bits
  bool downloaded = false;  // ADD gives it 0600
};

// The first such file of each COPY and ADD that says neither --chown nor
// --chmod. Without a context only downloads are known.
std::vector<UnreadableFile> unreadable_files(const StageView& stage);

}  // namespace harden
