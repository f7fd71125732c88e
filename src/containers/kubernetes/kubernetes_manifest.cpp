#include "containers/kubernetes/kubernetes_manifest.h"

#include <algorithm>
#include <string_view>

#include "containers/kubernetes/kubernetes_pod.h"

namespace harden::containers {
namespace {

// Where the pod of a kind is described.
struct PodKind {
  std::string_view kind;
  std::string_view path;  // from the root, keys joined by dots
  bool ends = false;      // its containers do one thing and end
};

constexpr PodKind pod_kinds[] = {
    {"Pod", ""},
    {"PodTemplate", "template"},
    {"Deployment", "spec.template"},
    {"StatefulSet", "spec.template"},
    {"DaemonSet", "spec.template"},
    {"ReplicaSet", "spec.template"},
    {"ReplicationController", "spec.template"},
    {"Job", "spec.template", true},
    {"CronJob", "spec.jobTemplate.spec.template", true},
};

yaml::Value at_path(yaml::Value value, std::string_view path) {
  while (!path.empty()) {
    const auto end = std::min(path.find('.'), path.size());
    value = value.get(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return value;
}

void read_object(const yaml::Value& object, Problems& problems,
                 Containers& out) {
  const yaml::Value kind = object.get("kind");
  for (const PodKind& it : pod_kinds) {
    if (kind.text() != it.kind) continue;
    const yaml::Value pod = at_path(object, it.path);
    const yaml::Value name = object.get("metadata").get("name");
    read_pod({std::string(it.kind), std::string(name.text()), it.ends}, pod,
             problems, out);
  }
}

}  // namespace

bool is_manifest(const yaml::Value& root) {
  return root.get("apiVersion") && root.get("kind");
}

void read_manifest(const yaml::Value& root, Problems& problems,
                   Containers& out) {
  read_object(root, problems, out);
  const std::string_view kind = root.get("kind").text();
  if (!kind.ends_with("List")) return;
  for (const yaml::Value& it : root.get("items").items()) {
    read_object(it, problems, out);
  }
}

}  // namespace harden::containers
