// The containers of a Kubernetes manifest.
#pragma once

#include "containers/container_settings.h"
#include "containers/setting_reader.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// Whether a document is a manifest of any kind.
bool is_manifest(const yaml::Value& root);

// Pods, what makes pods, and lists of those; other kinds have no containers.
void read_manifest(const yaml::Value& root, Problems& problems,
                   Containers& out);

}  // namespace harden::containers
