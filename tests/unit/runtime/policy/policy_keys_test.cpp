// `[policy]` of harden.toml.
#include "runtime/policy/policy_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/source/bad_input.h"
#include "runtime/policy/health_check.h"

namespace harden {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Policy changed(const std::string& text) {
  Policy policy;
  policy.name.value = "web";
  policy.user.value.uid = 5;
  policy.user.value.gid = 6;
  const toml::table table = toml::parse(text);
  for (const PolicySetting& set :
       read_policy_table(table, "harden.toml", Reason::Source::config)) {
    set(policy);
  }
  return policy;
}

std::string refused(const std::string& text) {
  try {
    changed(text);
  } catch (const BadInput& error) {
    return error.what();
  }
  return "taken";
}

TEST(PolicyKeys, EverySettingCarriesItsPlace) {
  const Policy policy = changed("\n[limits]\nmemory = '1g'\n");
  EXPECT_EQ(policy.limits.memory.value, std::uint64_t{1} << 30);
  ASSERT_THAT(policy.limits.memory.reasons, SizeIs(1));
  EXPECT_EQ(policy.limits.memory.reasons[0].place, "harden.toml:3");
  EXPECT_EQ(policy.limits.memory.reasons[0].source, Reason::Source::config);
}

TEST(PolicyKeys, ReadsPortsInAllForms) {
  const auto port = [](const std::string& text) {
    return changed("ports = ['" + text + "']").ports.at(0);
  };
  EXPECT_EQ(port("80").host_port, 80);
  EXPECT_EQ(port("8080:80").host_port, 8080);
  EXPECT_EQ(port("8080:80").port, 80);
  EXPECT_EQ(port("0:80").host_port, 0);
  EXPECT_EQ(port("0.0.0.0:53:53/udp").host_address, "0.0.0.0");
  EXPECT_EQ(port("0.0.0.0:53:53/udp").protocol, Protocol::udp);
  EXPECT_EQ(port("[::1]:80:81").host_address, "[::1]");
  for (const char* text : {"", "x", "0", "65536", "80/icmp", "a:80", "80:"}) {
    EXPECT_THAT(refused("ports = ['" + std::string(text) + "']"),
                HasSubstr("must be"))
        << text;
  }
}

TEST(PolicyKeys, PathsBelongToTheUser) {
  const Policy policy = changed(
      "writable = ['/b', { path = '/a/', size = '1k', mode = '0750' },"
      " { path = '/v', kind = 'volume' }]\nuser = '7:8'");
  ASSERT_THAT(policy.writable, SizeIs(3));
  EXPECT_EQ(policy.writable[0].path, "/a");
  EXPECT_EQ(policy.writable[0].mode, 0750u);
  EXPECT_EQ(policy.writable[0].size, 1024u);
  EXPECT_EQ(policy.writable[1].uid, 7u);
  EXPECT_EQ(policy.writable[2].volume, "web-v");
}

TEST(PolicyKeys, TheLastWordOnAPathCounts) {
  Policy policy;
  policy.writable.push_back({.path = "/run"});
  policy.writable.push_back({.path = "/x"});
  for (const PolicySetting& set :
       read_policy_table(toml::parse("writable = [{ path = '/x', size = 5 }]\n"
                                     "not_writable = ['/run']"),
                         "f", Reason::Source::config)) {
    set(policy);
  }
  ASSERT_THAT(policy.writable, SizeIs(1));
  EXPECT_EQ(policy.writable[0].size, 5u);
}

TEST(PolicyKeys, NothingOfTheHostIsShared) {
  for (const char* key : {"ipc", "pid", "network", "uts", "userns"}) {
    EXPECT_THAT(refused(std::string(key) + " = 'host'"),
                HasSubstr("namespace of the host"))
        << key;
  }
  EXPECT_EQ(changed("ipc = 'container:x'").namespaces.ipc.value, "container:x");
}

TEST(PolicyKeys, WithoutANetworkNothingIsPublished) {
  EXPECT_TRUE(changed("ports = ['80']\nnetwork = 'none'").ports.empty());
}

TEST(PolicyKeys, KnowCapabilitiesByAnySpelling) {
  EXPECT_EQ(changed("capabilities = ['cap_net_raw']").capabilities.at(0).name,
            "NET_RAW");
  EXPECT_THAT(refused("capabilities = ['NET_ROW']"),
              HasSubstr("did you mean `NET_RAW`?"));
}

TEST(PolicyKeys, UnknownKeysNameTheNearest) {
  EXPECT_THAT(refused("limits.memry = '1g'"),
              HasSubstr("did you mean `limits.memory`?"));
  EXPECT_THAT(refused("limits = 5"), HasSubstr("unknown key"));
}

TEST(PolicyKeys, RefuseWhatMakesNoSense) {
  for (const char* text : {"user = '0:0'",
                           "user = 'app'",
                           "user = '5'",
                           "init = 'yes'",
                           "limits.cpus = 0",
                           "limits.cpus = 'two'",
                           "limits.pids = 0",
                           "limits.blkio_weight = 5",
                           "limits.ulimits = ['nofile']",
                           "limits.ulimits = ['nofile=5:4']",
                           "limits.device_read_bps = ['sda:1']",
                           "name = 'a b'",
                           "image = ''",
                           "seccomp = \"a\\nb\"",
                           "devices = ['x']",
                           "sysctls = 5",
                           "groups = ['x']",
                           "writable = ['/a:b']",
                           "health.interval = '5'",
                           "restart = 'on-failure:x'"}) {
    EXPECT_THAT(refused(text), HasSubstr("must be")) << text;
  }
}

TEST(ParseDuration, ReadsWhatGoReads) {
  EXPECT_EQ(parse_duration("0"), 0);
  EXPECT_EQ(parse_duration("1h2m3s"), 3723);
  EXPECT_EQ(parse_duration("1.5s"), 1.5);
  EXPECT_EQ(parse_duration("100ms"), 0.1);
  for (const char* text : {"", "5", "s", "5x", "-5s", "5s5"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

}  // namespace
}  // namespace harden
