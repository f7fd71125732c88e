// kubernetes.yaml, as an independent reader sees it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/policies.h"
#include "readers.h"
#include "runtime/emit/emit.h"

namespace harden {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Kubernetes : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::has_python("yaml")) GTEST_SKIP() << "no python3-yaml";
  }
};

json object(const Policy& policy, const std::string& kind) {
  for (const json& it : test::read_yaml(emit_kubernetes(policy))) {
    if (it.at("kind") == kind) return it;
  }
  return {};
}

json pod(const Policy& policy) {
  return object(policy, "Deployment").at("spec").at("template").at("spec");
}

TEST_F(Kubernetes, PassesThePodSecurityStandardRestricted) {
  Policy confined = test::everything();
  confined.apparmor.value = "harden-web";
  Policy unseeded = test::database();
  unseeded.has_shell = false;
  Policy capable = test::web_server();
  capable.capabilities = {{"NET_BIND_SERVICE", {}}, {"CHOWN", {}}};
  for (const Policy& policy :
       {test::web_server(), test::database(), test::everything(),
        test::hostile(), confined, unseeded, capable}) {
    const std::string text = emit_kubernetes(policy);
    EXPECT_EQ(test::objections("pod_security.py", text), "") << text;
  }
}

TEST_F(Kubernetes, RunsAsTheUserAndListensBelow1024) {
  const json context = pod(test::web_server()).at("securityContext");
  EXPECT_EQ(context, json::parse(R"({
    "runAsNonRoot": true, "runAsUser": 101, "runAsGroup": 101,
    "seccompProfile": {"type": "RuntimeDefault"},
    "sysctls": [{"name": "net.ipv4.ip_unprivileged_port_start",
                 "value": "80"}]})"));
}

TEST_F(Kubernetes, MountsAnEmptyDirForEachTmpfs) {
  const json spec = pod(test::web_server());
  EXPECT_EQ(spec["volumes"], json::parse(R"([
    {"name": "run", "emptyDir": {"medium": "Memory", "sizeLimit": "64Mi"}},
    {"name": "var-cache-nginx",
     "emptyDir": {"medium": "Memory", "sizeLimit": "64Mi"}}])"));
  EXPECT_EQ(spec["containers"][0]["volumeMounts"], json::parse(R"([
    {"name": "run", "mountPath": "/run"},
    {"name": "var-cache-nginx", "mountPath": "/var/cache/nginx"}])"));
}

TEST_F(Kubernetes, FillsAClaimFromTheImage) {
  const Policy policy = test::database();
  const json spec = pod(policy);
  EXPECT_EQ(spec["securityContext"]["fsGroup"], 999);
  EXPECT_EQ(spec["securityContext"]["fsGroupChangePolicy"], "OnRootMismatch");
  EXPECT_EQ(object(policy, "Deployment")["spec"]["strategy"]["type"],
            "Recreate");
  EXPECT_EQ(object(policy, "PersistentVolumeClaim")["metadata"]["name"],
            "redis-data");
  const json& seed = spec["initContainers"][0];
  EXPECT_EQ(seed["image"], "redis:secure");
  EXPECT_EQ(seed["command"][3], "/data");
  EXPECT_EQ(seed["securityContext"], spec["containers"][0]["securityContext"]);
}

TEST_F(Kubernetes, LeavesSeedsAloneWithoutAShell) {
  Policy policy = test::database();
  policy.has_shell = false;
  EXPECT_EQ(pod(policy)["volumes"].size(), 1U);
  EXPECT_FALSE(pod(policy).contains("initContainers"));
  EXPECT_THAT(kubernetes_differences(policy),
              Contains(HasSubstr("/data is not mounted")));
}

TEST_F(Kubernetes, ProbesWithTheHealthcheck) {
  const json container = pod(test::database())["containers"][0];
  EXPECT_EQ(container["readinessProbe"], json::parse(R"({
    "exec": {"command": ["redis-cli", "ping"]}, "periodSeconds": 30,
    "timeoutSeconds": 3, "failureThreshold": 4})"));
  EXPECT_EQ(container["startupProbe"]["failureThreshold"], 5);
  const json web = pod(test::web_server())["containers"][0];
  EXPECT_EQ(web["livenessProbe"]["tcpSocket"]["port"], 80);
}

TEST_F(Kubernetes, LetsTheKubeletExpandNothing) {
  const json command =
      pod(test::hostile())["containers"][0]["livenessProbe"]["exec"]["command"];
  EXPECT_THAT(command[2].get<std::string>(),
              HasSubstr("\"$$(touch /tmp/pwned)\" `x` ${HOME}"));
}

TEST_F(Kubernetes, ServesThePorts) {
  EXPECT_EQ(object(test::web_server(), "Service")["spec"], json::parse(R"({
    "type": "ClusterIP", "selector": {"app.kubernetes.io/name": "web"},
    "ports": [{"name": "tcp-80", "port": 80, "targetPort": 80,
               "protocol": "TCP"}]})"));
  Policy quiet = test::web_server();
  quiet.ports.clear();
  EXPECT_TRUE(object(quiet, "Service").is_null());
}

TEST(KubernetesDifferences, AreListedByName) {
  EXPECT_THAT(kubernetes_differences(test::database()),
              Contains(HasSubstr("starts as 999:999 itself, without the "
                                 "step-down of docker-entrypoint.sh")));
  const auto all = kubernetes_differences(test::everything());
  for (const char* name :
       {"podPidsLimit", "--blkio-weight", "--device-read-bps",
        "--cgroup-parent", "--device-cgroup-rule", "--cpuset-mems", "--ulimit",
        "net.core.somaxconn", "container:debug", "--init", "/srv/web",
        "on-failure:5", "noexec"}) {
    EXPECT_THAT(all, Contains(HasSubstr(name)));
  }
  EXPECT_THAT(all, Not(Contains(HasSubstr("tcp_syncookies"))));
}

TEST(KubernetesDifferences, SayWhyThereIsNone) {
  EXPECT_EQ(emit_kubernetes(test::nameless_user()), "");
  EXPECT_THAT(kubernetes_differences(test::nameless_user()),
              ElementsAre(HasSubstr("is not known")));
  EXPECT_EQ(emit_kubernetes(test::unsafe()), "");
  EXPECT_THAT(kubernetes_differences(test::unsafe()),
              ElementsAre(HasSubstr("USER root")));
}

}  // namespace
}  // namespace harden
