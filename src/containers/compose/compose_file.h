// The services of a Compose file.
#pragma once

#include "containers/container_settings.h"
#include "containers/setting_reader.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// Whether a document is a Compose file: it has `services`, or it is one of the
// first format, whose top level are the services.
bool is_compose(const yaml::Value& root);

void read_compose(const yaml::Value& root, Problems& problems, Containers& out);

}  // namespace harden::containers
