// The image that a stage begins with.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "dockerfile/image_state.h"
#include "dockerfile/model/stage_builder.h"

namespace harden {

// What a FROM names.
struct FromTarget {
  std::optional<std::size_t> stage;  // an earlier one
  std::string reference;             // else an image; as written when unknown
  Unknown unknown;
};
FromTarget resolve_from(BuildContextOfFile& file, std::size_t stage);

// The state of an image that no file describes.
ImageState state_of_base(const std::string& reference,
                         const EvaluateOptions& options);

}  // namespace harden
