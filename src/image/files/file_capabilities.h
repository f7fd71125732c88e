// Which files of an image carry capabilities.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct CapableFile {
  std::string path;  // absolute; empty: the line does not tell which file it is
  std::vector<std::string> capabilities;  // "NET_BIND_SERVICE"
  // The RUN with setcap; nullopt where the base image has it so.
  std::optional<std::size_t> instruction;
};

// At the end of the stage: what `setcap` gives in a RUN and what the base
// brings, without what is removed, replaced or given to another owner
// afterwards, which takes them away.
std::vector<CapableFile> capable_files(const StageView& stage);

}  // namespace harden
