// What is made of Kubernetes manifests.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "settings_fixture.h"

namespace harden {
namespace {

using test::first_of;
using test::read_text;
using testing::ElementsAre;
using testing::HasSubstr;

// A pod with one container; both take lines of JSON.
ContainerSettings pod(const std::string& spec, const std::string& container) {
  return first_of(
      "{\"apiVersion\": v1, kind: Pod, metadata: {name: p}, spec: {" + spec +
      (spec.empty() ? "" : ", ") + "containers: [{name: c, image: x" +
      (container.empty() ? "" : ", ") + container + "}]}}");
}

TEST(Kubernetes, ReadsHostNamespaces) {
  const auto it = pod(
      "hostPID: true, hostIPC: true, hostNetwork: true, hostUsers: true", "");
  EXPECT_EQ(it.pid->value, "host");
  EXPECT_EQ(it.ipc->value, "host");
  EXPECT_EQ(it.network->value, "host");
  EXPECT_EQ(it.userns->value, "host");
  EXPECT_FALSE(pod("hostPID: false", "").pid);
}

TEST(Kubernetes, TheContainerCountsMoreThanThePod) {
  const auto it =
      pod("securityContext: {runAsUser: 0, runAsGroup: 7, runAsNonRoot: false, "
          "seccompProfile: {type: Unconfined}}",
          "securityContext: {runAsUser: 5, runAsNonRoot: true, "
          "seccompProfile: {type: Localhost, localhostProfile: a.json}}");
  EXPECT_EQ(it.user->value, "5");
  EXPECT_EQ(it.group->value, "7");
  EXPECT_TRUE(it.run_as_non_root->value);
  EXPECT_EQ(it.seccomp->value, "a.json");
}

TEST(Kubernetes, ReadsTheSecurityContext) {
  const auto it = pod("",
                      "securityContext: {privileged: true, "
                      "allowPrivilegeEscalation: false, "
                      "readOnlyRootFilesystem: true, procMount: Unmasked, "
                      "capabilities: {add: [NET_ADMIN], drop: [ALL]}, "
                      "appArmorProfile: {type: Unconfined}}");
  EXPECT_TRUE(it.privileged->value);
  EXPECT_TRUE(it.no_new_privileges->value);
  EXPECT_TRUE(it.read_only->value);
  EXPECT_EQ(it.unmasked.size(), 1U);
  EXPECT_EQ(it.cap_add[0].value, "NET_ADMIN");
  EXPECT_EQ(it.cap_drop[0].value, "ALL");
  EXPECT_EQ(it.apparmor->value, "unconfined");
}

TEST(Kubernetes, JoinsVolumes) {
  const SettingsFile file = read_text(
      "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: c\n"
      "    volumeMounts:\n    - {name: h, mountPath: /h, readOnly: true,\n"
      "       mountPropagation: Bidirectional}\n"
      "    - {name: e, mountPath: /e}\n"
      "  volumes:\n  - name: h\n    hostPath: {path: /etc}\n"
      "  - name: e\n    emptyDir: {medium: Memory}\n");
  const auto& mounts = file.containers[0].mounts;
  ASSERT_EQ(mounts.size(), 2U);
  EXPECT_EQ(mounts[0].source, "/etc");
  EXPECT_EQ(mounts[0].propagation, "rshared");
  EXPECT_TRUE(mounts[0].read_only);
  EXPECT_EQ(file.source->text(mounts[0].span), "/etc");
  EXPECT_EQ(mounts[1].kind, MountSetting::Kind::tmpfs);
}

TEST(Kubernetes, ReadsOldAnnotations) {
  const auto it = first_of(
      "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n"
      "    container.apparmor.security.beta.kubernetes.io/c: unconfined\n"
      "    container.apparmor.security.beta.kubernetes.io/d: x\n"
      "    seccomp.security.alpha.kubernetes.io/pod: unconfined\n"
      "spec: {containers: [{name: c}]}\n");
  EXPECT_EQ(it.apparmor->value, "unconfined");
  EXPECT_EQ(it.seccomp->value, "unconfined");
}

TEST(Kubernetes, ReadsLimitsAndHostPorts) {
  const auto it = pod("",
                      "resources: {limits: {memory: 1Gi, cpu: 1}}, ports: "
                      "[{containerPort: 80}, {containerPort: 81, hostPort: "
                      "82, hostIP: 127.0.0.1}], livenessProbe: {}");
  EXPECT_EQ(it.memory->value, "1Gi");
  EXPECT_EQ(it.cpus->value, "1");
  ASSERT_EQ(it.ports.size(), 1U);
  EXPECT_EQ(it.ports[0].address, "127.0.0.1");
  EXPECT_TRUE(it.has_health_check);
}

TEST(Kubernetes, VariablesAreTakenAsTheyStand) {
  EXPECT_EQ(pod("", "securityContext: {runAsUser: $U}").user->value, "$U");
}

TEST(Kubernetes, FindsPodsInAllKinds) {
  const std::string spec = "{spec: {containers: [{name: c}]}}";
  for (const char* kind : {"Deployment", "StatefulSet", "DaemonSet",
                           "ReplicaSet", "Job", "ReplicationController"}) {
    const auto it =
        first_of("{apiVersion: v1, kind: " + std::string(kind) +
                 ", metadata: {name: n}, spec: {template: " + spec + "}}");
    EXPECT_EQ(it.what, "container `c` of " + std::string(kind) + " `n`");
    EXPECT_EQ(it.name, "n/c");
  }
  const auto cron = first_of(
      "{apiVersion: v1, kind: CronJob, spec: {jobTemplate: {spec: {template: " +
      spec + "}}}}");
  EXPECT_EQ(cron.what, "container `c` of CronJob");
  EXPECT_TRUE(cron.has_health_check);
}

TEST(Kubernetes, ReadsListsAndAllContainers) {
  const SettingsFile file = read_text(
      "apiVersion: v1\nkind: List\nitems:\n- {kind: Pod, spec: {containers: "
      "[{name: a}], initContainers: [{name: b}], ephemeralContainers: [{name: "
      "d}]}}\n- {kind: Service}\n---\napiVersion: v1\nkind: ConfigMap\n---\n"
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: e}]}\n");
  ASSERT_EQ(file.containers.size(), 4U);
  EXPECT_EQ(file.containers[0].name, "b");
  EXPECT_FALSE(file.containers[2].takes_limits);
  EXPECT_TRUE(file.problems.empty());
}

TEST(Kubernetes, UnknownKeysAreNamed) {
  const SettingsFile file = read_text(
      "apiVersion: v1\nkind: Pod\nspec:\n  securityContext: {privileged: "
      "true}\n"
      "  containers:\n  - {name: c, securityContext: {runAsUsr: 1}}\n");
  ASSERT_EQ(file.problems.size(), 2U);
  EXPECT_THAT(file.problems[0].message,
              HasSubstr("`privileged` is not a setting of a pod's"));
  EXPECT_EQ(file.problems[1].help, "did you mean `runAsUser`?");
}

TEST(Kubernetes, OtherKindsAreSkipped) {
  EXPECT_TRUE(read_text("apiVersion: a/v1\nkind: Widget\nspec: {a: b}\n")
                  .containers.empty());
}

}  // namespace
}  // namespace harden
