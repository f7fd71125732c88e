// What `harden` says at the end: as whom the image ran, and as whom it runs
// now.
#pragma once

#include <string>
#include <string_view>

#include "dockerfile/image_state.h"

namespace harden {

// "root (uid 0)", "app (10001:10001)", "uid 1000, gid 0", or why nobody knows.
std::string describe_user(const EffectiveUser& user);

// before: root (uid 0)
// after:  app (10001:10001)
// `doubted`: whether all it writes is the user's to write.
std::string user_change(const EffectiveUser& before, const EffectiveUser& after,
                        bool colour, bool doubted = false);

// Dockerfile: runs as app (10001:10001)
std::string user_line(std::string_view file, const EffectiveUser& user,
                      bool colour);

}  // namespace harden
