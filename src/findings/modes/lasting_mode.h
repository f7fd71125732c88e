// Modes that are still in effect at the end of the image.
#pragma once

#include <string_view>
#include <vector>

#include "findings/modes/given_mode.h"

namespace harden::rule {

struct ModeQuestion {
  bool (*counts)(const GivenMode& mode);
  // Whether a later mode of the same path takes it back.
  bool (*takes_back)(std::string_view mode);
  // Whether a command takes it back for all paths; may be null.
  bool (*takes_all_back)(const Call& call);
};

// In the order of the image's instructions; a limited number.
std::vector<GivenMode> lasting_modes(const Subject& subject,
                                     const ModeQuestion& question);

}  // namespace harden::rule
