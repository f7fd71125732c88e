// Reads how containers are to be run, and finds what undoes their isolation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "containers/container_settings.h"
#include "containers/container_subject.h"
#include "dockerfile/image_state.h"

namespace harden {

// Whether a file with such a name and content is YAML or JSON rather than a
// Dockerfile.
bool is_settings_file(std::string_view name, std::string_view bytes);

// Whether YAML or JSON has what Compose files and manifests have: a quick look,
// for files that nobody named.
bool looks_like_settings(std::string_view bytes);

// A Compose file or Kubernetes manifests, told by their content. Throws
// BadInput with the place for what is not YAML, too large (2 MiB a document),
// too deep, or neither of the two.
SettingsFile read_settings(SourceFile source);

// A `docker run …` or `podman run …` line, as a shell would split it. Throws
// BadInput when it is none.
SettingsFile read_run_line(SourceFile source);

// What a container's image says; nullopt when neither the Dockerfile that is
// built nor the image is known.
using ImageOf =
    std::function<std::optional<ContainerImage>(const ContainerSettings&)>;

// As whom a container runs: what its settings say, else what its image says.
EffectiveUser container_user(const ContainerSettings& container,
                             const ImageOf& image_of);

// All findings, in the order of their places.
std::vector<Diagnostic> check_settings(const SettingsFile& file,
                                       const ImageOf& image_of);

}  // namespace harden
