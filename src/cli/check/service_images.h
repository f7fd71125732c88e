// What the images say that a Compose file, a manifest or a run line names: as
// whom they run, which is what `harden check` says of the Dockerfile that a
// service builds or of one that has the image as its base, and whether their
// health is checked.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "cli/check/check_choices.h"
#include "cli/config/config_files.h"
#include "containers/container_settings.h"
#include "containers/container_subject.h"
#include "dockerfile/image_state.h"

namespace harden::cli {

class ServiceImages {
 public:
  // `file`: the Compose file, in whose folder Dockerfiles are looked for; "-"
  // stands for the current one. Throws BadInput for settings of harden that
  // cannot be used.
  ServiceImages(const CheckChoices& choices, const std::string& file,
                ConfigFiles& configs);

  // The container's own user counts as the last USER, its command as the last
  // CMD. nullopt when neither
  // Dockerfile nor image can be told.
  std::optional<ContainerImage> image_of(const ContainerSettings& container);

 private:
  struct Source {
    std::string path;  // of the Dockerfile; empty for an image by its name
    std::string text;
    std::string added = {};  // to it, of the container's settings
    ContextArguments arguments;
  };

  std::optional<Source> source_of(const ContainerSettings& container) const;
  std::optional<Source> built(const ContainerSettings& container) const;
  std::optional<ContainerImage> evaluated(const Source& source);
  EffectiveUser with_unknown_args(const ContainerSettings& container,
                                  Source source, EffectiveUser user);

  ContextArguments arguments_;
  bool allows_step_down_;
  ConfigFiles& configs_;
  std::string folder_;
  // By all that decides; a file may have thousands of services.
  std::map<std::string, std::optional<ContainerImage>> known_;
};

}  // namespace harden::cli
