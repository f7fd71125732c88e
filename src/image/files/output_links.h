// Files of an image that are links to the container's own output.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct OutputLink {
  std::string path;    // absolute
  std::string target;  // "/dev/stdout"
  // The RUN that makes it; nullopt where the base image has it.
  std::optional<std::size_t> instruction;
};

// Those of the base image first.
std::vector<OutputLink> output_links(const StageView& stage);

// Whether the path is what the engine opened for the first process.
bool is_output(std::string_view path);

}  // namespace harden
