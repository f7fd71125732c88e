// A step-down in an image that does not start as root.
#pragma once

#include <optional>
#include <string>

#include "image/start/image_start.h"

namespace harden {

struct FailingStepDown {
  std::string tool;   // "gosu"
  std::string where;  // "entry.sh:2", "`ENTRYPOINT`"
};

// The engine starts an account, and every path to the program leads through a
// tool that works for root only. nullopt where that is not shown.
std::optional<FailingStepDown> failing_step_down(const ImageStart& start);

}  // namespace harden
