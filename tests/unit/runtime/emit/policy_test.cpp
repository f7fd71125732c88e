// What `harden policy` prints, and daemon.json.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "emit/policies.h"
#include "readers.h"
#include "runtime/emit/emit.h"

namespace harden {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::string schema_file = HARDEN_ROOT "/docs/policy.schema.json";

TEST(PolicyJson, HasTheKeysOfTheSchema) {
  const json schema = json::parse(std::ifstream(schema_file));
  for (const Policy& policy : test::all_policies()) {
    const json value = json::parse(emit_policy_json(policy));
    for (const auto& key : schema["required"]) {
      EXPECT_TRUE(value.contains(key)) << key;
    }
    for (const auto& [key, unused] : value.items()) {
      EXPECT_TRUE(schema["properties"].contains(key)) << key;
    }
    for (const auto& key : schema["properties"]["limits"]["required"]) {
      EXPECT_TRUE(value["limits"].contains(key)) << key;
    }
  }
}

TEST(PolicyJson, FollowsTheSchema) {
  if (!test::has_python("yaml") || !test::has_python("jsonschema")) {
    GTEST_SKIP() << "no python3-yaml or python3-jsonschema";
  }
  for (const Policy& policy : test::all_policies()) {
    const std::string text = emit_policy_json(policy);
    EXPECT_EQ(test::schema_objections(schema_file, text), "") << text;
  }
}

TEST(PolicyJson, GivesEachValueItsReasons) {
  const json value = json::parse(emit_policy_json(test::database()));
  EXPECT_EQ(value["user"], json::parse(R"({
    "value": {"name": "redis", "uid": 999, "gid": 999, "groups": []},
    "because": [{"source": "file", "text": "`USER`",
                 "place": "Dockerfile:9"}]})"));
  EXPECT_EQ(value["writable"][0]["value"], json::parse(R"({
    "path": "/data", "kind": "volume", "seeded": true,
    "volume": "redis-data"})"));
  EXPECT_EQ(value["limits"]["cpus"]["value"], 1.5);
  EXPECT_TRUE(value["limits"]["shm_size"]["value"].is_null());
  EXPECT_EQ(value["writable"][1]["value"]["mode"], "1777");
}

TEST(PolicyText, IsAlignedAndGivesReasons) {
  const std::string text = emit_policy_text(test::database(), false);
  EXPECT_THAT(text, HasSubstr("\nUser\n"
                              "  runs as             999:999 (redis)  "
                              "`USER` (Dockerfile:9)\n"
                              "  starts as           root\n"
                              "  steps down in       "
                              "docker-entrypoint.sh:12\n"));
  EXPECT_THAT(text, HasSubstr("volume redis-data at /data, filled from the "
                              "image"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(emit_policy_text(test::database(), true),
              HasSubstr("\x1b[2m`USER` (Dockerfile:9)\x1b[0m\n"));
}

TEST(PolicyText, ShowsNothingThatMovesTheTerminal) {
  const std::string text = emit_policy_text(test::hostile(), false);
  EXPECT_EQ(text.find_first_of("\x01\xff\x1b"), std::string::npos);
  EXPECT_THAT(text, HasSubstr("<U+202E>"));
  EXPECT_THAT(emit_policy_text(test::unsafe(), false),
              HasSubstr("Not safe to run\n  `USER root`"));
}

TEST(PolicyWords, AreAsTheEngineReadsThem) {
  EXPECT_EQ(size_text(0), "0");
  EXPECT_EQ(size_text(64U << 20), "64m");
  EXPECT_EQ(size_text(std::uint64_t{3} << 30), "3g");
  EXPECT_EQ(size_text(1536U << 10), "1536k");
  EXPECT_EQ(size_text(1000), "1000");
  EXPECT_EQ(cpus_text(1000), "1");
  EXPECT_EQ(cpus_text(1500), "1.5");
  EXPECT_EQ(cpus_text(50), "0.05");
  ServingUser user;
  EXPECT_EQ(user.spec(), "");
  user.uid = 7;
  EXPECT_EQ(user.spec(), "7");
  user.name = "app";
  EXPECT_EQ(user.spec(), "app");
  user.gid = 8;
  EXPECT_EQ(user.spec(), "7:8");
}

TEST(Daemon, HoldsSettingsOfTheHostOnly) {
  DaemonSettings settings;
  settings.cgroup_parent = "containers.slice";
  EXPECT_EQ(json::parse(emit_daemon(settings)), json::parse(R"({
    "userns-remap": "default",
    "no-new-privileges": true,
    "icc": false,
    "live-restore": true,
    "exec-opts": ["native.cgroupdriver=systemd"],
    "cgroup-parent": "containers.slice",
    "log-driver": "local",
    "log-opts": {"max-size": "10m", "max-file": "5"},
    "default-ulimits": {
      "nofile": {"Name": "nofile", "Soft": 65536, "Hard": 524288},
      "core": {"Name": "core", "Soft": 0, "Hard": 0}}})"));
}

TEST(Daemon, FollowsTheHost) {
  DaemonSettings settings;
  settings.systemd_cgroups = false;
  settings.selinux = true;
  settings.swarm = true;
  settings.userns_remap = false;
  const json value = json::parse(emit_daemon(settings));
  EXPECT_FALSE(value.contains("live-restore"));
  EXPECT_FALSE(value.contains("userns-remap"));
  EXPECT_FALSE(value.contains("seccomp-profile"));
  EXPECT_EQ(value["selinux-enabled"], true);
  EXPECT_EQ(value["exec-opts"], json({"native.cgroupdriver=cgroupfs"}));
  EXPECT_THAT(daemon_notes(settings), Contains(HasSubstr("refuses Swarm")));
  EXPECT_THAT(daemon_notes({}),
              Contains(HasSubstr("hides the images, containers and volumes")));
}

}  // namespace
}  // namespace harden
