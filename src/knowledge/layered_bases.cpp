#include <utility>

#include "knowledge/knowledge.h"

namespace harden {

LayeredBases::LayeredBases(
    std::vector<std::shared_ptr<const BaseImages>> layers)
    : layers_(std::move(layers)) {}

std::optional<BaseImage> LayeredBases::find(std::string_view reference) const {
  for (const std::shared_ptr<const BaseImages>& layer : layers_) {
    if (!layer) continue;
    if (std::optional<BaseImage> image = layer->find(reference)) return image;
  }
  return std::nullopt;
}

}  // namespace harden
