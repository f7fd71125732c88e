// `[policy]` of harden.toml.
#include "runtime/policy/policy_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "runtime/emit/emit.h"
#include "runtime/policy/derive_policy.h"

namespace harden {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Policy policy_with(const PolicyWishes& wishes) {
  const EvaluateOptions options;
  return derive_policy(
      Revision(SourceFile("Dockerfile",
                          "FROM debian:12\nUSER 5:6\nEXPOSE 80\nCMD [\"x\"]\n"),
               options, nullptr),
      wishes);
}

void read(const std::string& text, PolicyWishes& wishes,
          Reason::Source source = Reason::Source::config) {
  read_policy_table(toml::parse(text), "harden.toml", source, wishes);
}

Policy changed(const std::string& text) {
  PolicyWishes wishes;
  wishes.service = "web";
  read(text, wishes);
  return policy_with(wishes);
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
  ASSERT_THAT(policy.writable, SizeIs(5));  // with /run and /tmp
  EXPECT_EQ(policy.writable[0].path, "/a");
  EXPECT_EQ(policy.writable[0].mode, 0750u);
  EXPECT_EQ(policy.writable[0].size, 1024u);
  EXPECT_EQ(policy.writable[1].uid, 7u);
  EXPECT_EQ(policy.writable[4].volume, "web-v");
}

TEST(PolicyKeys, APathIsWhatIsAskedFor) {
  const Policy policy = changed(
      "writable = [{ path = '/tmp', size = 5 }]\nnot_writable = ['/run']");
  ASSERT_THAT(policy.writable, SizeIs(1));
  EXPECT_EQ(policy.writable[0].path, "/tmp");
  EXPECT_EQ(policy.writable[0].size, 5u);
}

TEST(PolicyKeys, TheCommandLineTakesBackAPath) {
  PolicyWishes wishes;
  read("writable = ['/srv/x']", wishes);
  read("not_writable = ['/srv/x']", wishes, Reason::Source::option);
  for (const WritablePath& it : policy_with(wishes).writable) {
    EXPECT_NE(it.path, "/srv/x");
  }
}

// At 0733439 a port that was asked for behind the address was published on
// 127.0.0.1 all the same, and settings hung on their order elsewhere, too.
TEST(PolicyKeys, TheOrderOfTwoKeysMeansNothing) {
  const std::vector<std::string> keys = {
      "publish_address = '0.0.0.0'",
      "ports = ['8080']",
      "user = '7:8'",
      "writable = ['/srv/x']",
      "name = 'api'",
      "writable = [{ path = '/v', kind = 'volume' }]",
      "apparmor = 'strict'",
      "limits.memory = '1g'",
      "limits.memory_swap = '2g'",
      "limits.memory_reservation = '4g'",
      "groups = [9]",
      "health.test = ['CMD', 'x']",
      "not_writable = ['/run']",
      "capabilities = ['NET_RAW']"};
  for (const std::string& first : keys) {
    for (const std::string& second : keys) {
      PolicyWishes one, other;
      for (const Reason::Source source :
           {Reason::Source::config, Reason::Source::option}) {
        read(first, one, source);
        read(second, one, source);
        read(second, other, source);
        read(first, other, source);
      }
      if (first.substr(0, 8) == second.substr(0, 8)) continue;  // one key
      EXPECT_EQ(emit_policy_json(policy_with(one)),
                emit_policy_json(policy_with(other)))
          << first << "\n"
          << second;
    }
  }
}

TEST(PolicyKeys, AnAddressHoldsForPortsThatAreAskedFor) {
  PolicyWishes wishes;
  read("publish_address = '0.0.0.0'", wishes, Reason::Source::option);
  read("ports = ['8080']", wishes, Reason::Source::option);
  EXPECT_EQ(policy_with(wishes).ports.at(0).host_address, "0.0.0.0");
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
  for (const char* text :
       {"user = '0:0'", "user = 'app'", "user = '5'", "init = 'yes'",
        "limits.cpus = 0", "limits.cpus = 'two'", "limits.pids = 0",
        "limits.blkio_weight = 5", "limits.ulimits = ['nofile']",
        "limits.ulimits = ['nofile=5:4']", "limits.device_read_bps = ['sda:1']",
        "name = 'a b'", "image = ''", "seccomp = \"a\\nb\"", "devices = ['x']",
        "sysctls = 5", "groups = ['x']", "writable = ['/a:b']",
        "health.interval = '5'",
        // 0733439 wrote `--health-interval 1e-06s`
        "health.interval = '1us'", "restart = 'on-failure:x'"}) {
    EXPECT_THAT(refused(text), HasSubstr("must be")) << text;
  }
}

}  // namespace
}  // namespace harden
