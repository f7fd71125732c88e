// Variables in the values of a Compose file.
#pragma once

#include <string>
#include <string_view>

namespace harden::containers {

struct Interpolated {
  // Defaults taken, `$$` made `$`. What the file does not tell stands as
  // `$NAME`, and HOME as `~`, which is what the engine's user means by it.
  std::string text;
  std::string unknown_because;  // of the first such; empty: all is told
};

// `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `$$`; the others
// (`:?`, `:+`) tell nothing.
Interpolated interpolate(std::string_view text);

}  // namespace harden::containers
