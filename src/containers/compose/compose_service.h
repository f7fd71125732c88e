// One service of a Compose file.
#pragma once

#include "containers/setting_reader.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// Takes the service's own settings on top of what is there already: lists grow
// and the rest is replaced, as for `extends`.
void read_service(const yaml::Value& service, SettingReader& reader);

// `build:` in both forms.
void read_build(const yaml::Value& value, SettingReader& reader);

// `ports:`, `volumes:`, `tmpfs:`, `devices:` in both forms.
void read_ports(const yaml::Value& value, SettingReader& reader);
void read_volumes(const yaml::Value& value, SettingReader& reader);
void read_tmpfs(const yaml::Value& value, SettingReader& reader);
void read_devices(const yaml::Value& value, SettingReader& reader);

// `deploy:`, `healthcheck:`
void read_deploy(const yaml::Value& value, SettingReader& reader);
void read_health_check(const yaml::Value& value, SettingReader& reader);

}  // namespace harden::containers
