// What an image's configuration says about how it starts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harden::trace {

struct ImageConfig {
  std::vector<std::string> entrypoint;
  std::vector<std::string> command;
  // HEALTHCHECK as argv; empty: none.
  std::vector<std::string> health;

  // What the engine starts.
  std::vector<std::string> argv() const;
};

// Of what `docker image inspect --format '{{json .Config}}'` prints. Throws
// ProcessFailure.
ImageConfig read_image_config(std::string_view json);

}  // namespace harden::trace
