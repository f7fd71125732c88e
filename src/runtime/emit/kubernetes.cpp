// kubernetes.yaml: a claim for each volume, a Deployment and a Service.
#include <fmt/format.h>

#include "runtime/emit/emit.h"
#include "runtime/emit/kubernetes_pod.h"
#include "runtime/emit/pod.h"
#include "runtime/emit/yaml.h"

namespace harden {
namespace {

constexpr std::string_view name_label = "app.kubernetes.io/name";

class Kubernetes {
 public:
  explicit Kubernetes(const Policy& policy)
      : policy_(policy), plan_(plan_pod(policy)) {}

  std::string run() {
    add_header();
    for (const PodVolume& it : plan_.volumes) {
      if (!it.claim.empty()) add_claim(it);
    }
    add_deployment();
    if (!plan_.ports.empty()) add_service();
    return yaml_.take();
  }

 private:
  void add_header() {
    yaml_.comment(
        "The service of " + policy_.dockerfile +
        " as a Deployment that passes the Pod Security Standard "
        "\"restricted\". Written by harden: change harden.toml and run harden "
        "again, not this file.");
    const auto differences = kubernetes_differences(policy_);
    if (differences.empty()) return;
    yaml_.comment("What differs from run.sh:");
    for (const std::string& it : differences) yaml_.comment("- " + it);
  }

  void begin(std::string_view version, std::string_view kind,
             std::string_view name) {
    yaml_.document();
    yaml_.pair("apiVersion", version);
    yaml_.pair("kind", kind);
    yaml_.map("metadata", [&] {
      yaml_.pair("name", name);
      add_labels("labels");
    });
  }

  void add_labels(std::string_view key) {
    yaml_.map(key, [&] { yaml_.pair(name_label, plan_.name); });
  }

  void add_claim(const PodVolume& volume) {
    begin("v1", "PersistentVolumeClaim", volume.claim);
    yaml_.map("spec", [&] {
      yaml_.map("accessModes", [&] { yaml_.item("ReadWriteOnce"); });
      yaml_.map("resources", [&] {
        yaml_.map("requests", [&] {
          yaml_.comment(
              "how much the service will hold is not known; change it here");
          yaml_.pair("storage", "1Gi");
        });
      });
    });
  }

  void add_deployment() {
    begin("apps/v1", "Deployment", plan_.name);
    yaml_.map("spec", [&] {
      yaml_.pair("replicas", 1);
      if (plan_.has_claims) {
        yaml_.comment("a claim that is written once serves one pod at a time");
        yaml_.map("strategy", [&] { yaml_.pair("type", "Recreate"); });
      }
      yaml_.map("selector", [&] { add_labels("matchLabels"); });
      yaml_.map("template", [&] {
        yaml_.map("metadata", [&] { add_labels("labels"); });
        yaml_.map("spec", [&] { write_pod_spec(policy_, plan_, yaml_); });
      });
    });
  }

  void add_service() {
    begin("v1", "Service", plan_.name);
    yaml_.map("spec", [&] {
      yaml_.comment("reached from inside the cluster only");
      yaml_.pair("type", "ClusterIP");
      add_labels("selector");
      yaml_.list("ports", plan_.ports, [&](const PortNeed& it) {
        yaml_.map_item([&] {
          yaml_.pair("name",
                     fmt::format("{}-{}", to_string(it.protocol), it.port));
          yaml_.pair("port", it.port);
          yaml_.pair("targetPort", it.port);
          yaml_.pair("protocol", kubernetes_protocol(it.protocol));
        });
      });
    });
  }

  const Policy& policy_;
  PodPlan plan_;
  YamlWriter yaml_;
};

}  // namespace

std::string emit_kubernetes(const Policy& policy) {
  if (!no_pod_because(policy).empty()) return {};
  return Kubernetes(policy).run();
}

}  // namespace harden
