// Reads how containers are to be run, and finds what undoes their isolation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harden/container_settings.h"
#include "harden/diagnostic.h"
#include "harden/image_state.h"
#include "harden/source_file.h"

namespace harden {

// Whether a file with such a name and content is YAML or JSON rather than a
// Dockerfile.
bool is_settings_file(std::string_view name, std::string_view bytes);

// A Compose file or Kubernetes manifests, told by their content. Throws
// BadInput with the place for what is no YAML, too large (2 MiB a document),
// too deep, or neither of the two.
SettingsFile read_settings(SourceFile source);

// A `docker run …` or `podman run …` line, as a shell would split it. Throws
// BadInput when it is none.
SettingsFile read_run_line(SourceFile source);

// As whom the image that a service builds runs; nullopt when its Dockerfile is
// not at hand.
using ImageUser =
    std::function<std::optional<EffectiveUser>(const ContainerSettings&)>;

// All findings, in the order of their places.
std::vector<Diagnostic> check_settings(const SettingsFile& file,
                                       const ImageUser& image_user);

}  // namespace harden
