// As whom the images run that a Compose file, a manifest or a run line names:
// what `harden check` says of the Dockerfile that a service builds, or of one
// that has the image as its base.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "cli/check/check_choices.h"
#include "cli/config/config_files.h"
#include "containers/container_settings.h"
#include "dockerfile/image_state.h"

namespace harden::cli {

class ServiceImages {
 public:
  // `file`: the Compose file, in whose folder Dockerfiles are looked for; "-"
  // stands for the current one. Throws BadInput for settings of harden that
  // cannot be used.
  ServiceImages(const CheckChoices& choices, const std::string& file,
                ConfigFiles& configs);

  // The container's own user counts as the last USER. nullopt when neither
  // Dockerfile nor image can be told.
  std::optional<EffectiveUser> user_of(const ContainerSettings& container);

 private:
  struct Image {
    std::string path;  // of the Dockerfile; empty for an image by its name
    std::string text;
    ContextArguments arguments;
  };

  std::optional<Image> image_of(const ContainerSettings& container) const;
  std::optional<Image> built(const ContainerSettings& container) const;
  std::optional<EffectiveUser> evaluated(const Image& image);
  std::optional<EffectiveUser> with_unknown_args(
      const ContainerSettings& container, Image image, EffectiveUser user);

  ContextArguments arguments_;
  bool allows_step_down_;
  ConfigFiles& configs_;
  std::string folder_;
  // By all that decides; a file may have thousands of services.
  std::map<std::string, std::optional<EffectiveUser>> known_;
};

}  // namespace harden::cli
