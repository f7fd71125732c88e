// The instructions that make the configuration of an image, as another stage
// would have to repeat them.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"

namespace harden {

struct ImageConfig {
  // ENV, LABEL, WORKDIR, EXPOSE, VOLUME, STOPSIGNAL, and the ARGs that these
  // use, in their order.
  std::vector<std::size_t> settings;
  // Those in effect.
  std::optional<std::size_t> user;
  std::optional<std::size_t> healthcheck;
  std::optional<std::size_t> entrypoint;
  std::optional<std::size_t> cmd;
};

// The names in `$NAME` and `${NAME…}`, whatever the quotes: more is no harm.
using VariableNames = std::set<std::string, std::less<>>;
VariableNames variables_in(std::string_view text);

ImageConfig image_config(const StageView& stage);

}  // namespace harden
