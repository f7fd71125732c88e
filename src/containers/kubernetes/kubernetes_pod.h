// The containers of one pod.
#pragma once

#include <string>
#include <vector>

#include "containers/container_settings.h"
#include "containers/containers.h"
#include "containers/problems.h"
#include "containers/setting_reader.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// What a pod belongs to.
struct PodOwner {
  std::string kind;  // "Deployment"
  std::string name;  // empty for `generateName`
  bool ends = false;
};

// `pod` has `metadata` and `spec`.
void read_pod(const PodOwner& owner, const yaml::Value& pod, Problems& problems,
              Containers& out);

// securityContext of a pod or of a container.
void read_pod_security(const yaml::Value& context, SettingReader& reader);
void read_container_security(const yaml::Value& context, SettingReader& reader);

// `volumeMounts` joined with the pod's `volumes`.
void read_volume_mounts(const yaml::Value& mounts, const yaml::Value& volumes,
                        SettingReader& reader);

// A key that the API server would refuse.
void check_keys(const yaml::Value& map, std::string_view where,
                std::span<const std::string_view> known, Problems& problems);

}  // namespace harden::containers
