// compose.yaml, as an independent reader sees it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/policies.h"
#include "readers.h"
#include "runtime/emit/emit.h"

namespace harden {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string own_schema =
    HARDEN_ROOT "/tests/unit/runtime/emit/compose.schema.json";

class Compose : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::has_python("yaml") || !test::has_python("jsonschema")) {
      GTEST_SKIP() << "no python3-yaml or python3-jsonschema";
    }
  }

  static json service(const Policy& policy) {
    const json documents = test::read_yaml(emit_compose(policy));
    EXPECT_EQ(documents.size(), 1U);
    return documents.at(0).at("services").begin().value();
  }
};

std::vector<Policy> safe_policies() {
  return {test::web_server(), test::database(), test::nameless_user(),
          test::everything(), test::hostile()};
}

TEST_F(Compose, FollowsTheSpecification) {
  for (const Policy& policy : safe_policies()) {
    const std::string text = emit_compose(policy);
    EXPECT_EQ(test::schema_objections(own_schema, text), "") << text;
  }
}

TEST_F(Compose, FollowsThePublishedSchema) {
  const std::string schema = test::published_compose_schema();
  if (schema.empty()) GTEST_SKIP() << "npm cannot bring the package dclint";
  for (const Policy& policy : safe_policies()) {
    const std::string text = emit_compose(policy);
    EXPECT_EQ(test::schema_objections(schema, text), "") << text;
  }
}

TEST_F(Compose, SaysWhatRunShSays) {
  EXPECT_EQ(service(test::web_server()), json::parse(R"({
    "image": "web:secure",
    "build": {"context": "..", "dockerfile": "Dockerfile.secure"},
    "user": "101:101",
    "read_only": true,
    "tmpfs": [
      "/run:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=1777",
      "/var/cache/nginx:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=1777"],
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges=true"],
    "pids_limit": 256,
    "mem_limit": "512m",
    "memswap_limit": "512m",
    "cpus": "1.5",
    "ulimits": {"nofile": {"soft": 1024, "hard": 4096}},
    "ipc": "private",
    "cgroup": "private",
    "networks": ["web"],
    "ports": ["127.0.0.1:8080:80/tcp"],
    "restart": "on-failure:5"
  })"));
}

TEST_F(Compose, SharesVolumesWithRunShByName) {
  const json file = test::read_yaml(emit_compose(test::database())).at(0);
  EXPECT_EQ(file["volumes"]["redis-data"]["name"], "redis-data");
  EXPECT_EQ(file["networks"]["redis"]["driver"], "bridge");
  const json& redis = file["services"]["redis"];
  EXPECT_FALSE(redis.contains("user"));
  EXPECT_EQ(redis["cap_add"], json({"SETGID", "SETUID"}));
  EXPECT_EQ(redis["volumes"][0],
            json::parse(R"({"type": "volume", "source": "redis-data",
                            "target": "/data"})"));
}

TEST_F(Compose, PutsNoVariablesInForDollars) {
  const json service = this->service(test::hostile());
  EXPECT_THAT(service["image"].get<std::string>(),
              HasSubstr("$$(touch /tmp/pwned)\" `x` $${HOME}"));
  EXPECT_EQ(service["network_mode"], "none");
  EXPECT_FALSE(service.contains("ports"));
  EXPECT_EQ(service["restart"], "no");
  EXPECT_EQ(service["sysctls"].size(), 1U);
}

TEST(ComposeText, GivesEachSettingItsReason) {
  const std::string text = emit_compose(test::web_server());
  EXPECT_THAT(text, HasSubstr("    # `USER` (Dockerfile:9)\n"
                              "    user: \"101:101\"\n"));
  EXPECT_THAT(text, HasSubstr("      # `EXPOSE` (Dockerfile:7)\n"
                              "      - \"127.0.0.1:8080:80/tcp\"\n"));
  EXPECT_EQ(emit_compose(test::unsafe()), "");
}

}  // namespace
}  // namespace harden
