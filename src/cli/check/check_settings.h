// `harden check` of Compose files, Kubernetes manifests and run lines.
#pragma once

#include <string>

#include "cli/check/check_choices.h"
#include "cli/config/config_files.h"
#include "containers/settings.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// `path` is where the file lies: images that it builds are looked for beside
// it.
CheckedFile check_containers(const CheckChoices& choices,
                             const SettingsFile& file, const std::string& path,
                             ConfigFiles& configs);

}  // namespace harden::cli
