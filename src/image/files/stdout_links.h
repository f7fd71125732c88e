// Logs that lead to the container's own output.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "image/stage_view.h"

namespace harden {

struct StdoutLink {
  std::string because;  // "`/var/log/app.log` is a link to `/dev/stdout`"
  // The RUN that makes the link; nullopt when the base image has it.
  std::optional<std::size_t> instruction;
};

// The first that the image is known to have. Whoever is not root cannot open
// such a path when root opened the output.
std::optional<StdoutLink> find_stdout_link(const StageView& stage);

}  // namespace harden
