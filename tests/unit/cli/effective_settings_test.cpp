#include "cli/config/effective_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "cli/config/check_config.h"
#include "cli/config/config_tables.h"
#include "cli/config/toml_text.h"

namespace harden::cli {
namespace {

const ConfigFile built_in(built_in_settings(), "");

TEST(BuiltInSettings, OfCheckAreWhatCheckDoes) {
  const CheckConfig config = read_check_config(built_in);
  const CheckWeights usual;
  EXPECT_EQ(config.unknown, usual.unknown);
  EXPECT_EQ(config.allow_step_down, usual.allow_step_down);
  EXPECT_EQ(config.only_root, usual.only_root);
  ASSERT_TRUE(config.fail_level);
  EXPECT_EQ(*config.fail_level, usual.fail_level);
  EXPECT_TRUE(config.severity.empty());
  EXPECT_TRUE(config.allowed_registries.empty());
  EXPECT_FALSE(config.suppressions.forbidden);
  EXPECT_FALSE(config.suppressions.need_reason);
  EXPECT_TRUE(config.suppressions.never.empty());
}

TEST(BuiltInSettings, OfRootfsAreWhatHardenDoes) {
  Options read;
  read.rootfs = RootfsMode::keep;
  read.keep_shell = read.drop_healthcheck = true;
  read_rootfs_settings(built_in, read);
  const Options usual;
  EXPECT_EQ(read.rootfs, usual.rootfs);
  EXPECT_EQ(read.keep, usual.keep);
  EXPECT_EQ(read.keep_shell, usual.keep_shell);
  EXPECT_EQ(read.drop_healthcheck, usual.drop_healthcheck);
}

TEST(BuiltInSettings, OfTheDaemonAreWhatHardenDoes) {
  const DaemonSettings read = read_daemon_settings(built_in);
  const DaemonSettings usual;
  EXPECT_EQ(read.systemd_cgroups, usual.systemd_cgroups);
  EXPECT_EQ(read.cgroup_parent, usual.cgroup_parent);
  EXPECT_EQ(read.selinux, usual.selinux);
  EXPECT_EQ(read.swarm, usual.swarm);
  EXPECT_EQ(read.userns_remap, usual.userns_remap);
}

// Of one value, written as it stands there.
std::string again(const std::string& value) {
  const toml::table table = toml::parse("key = " + value);
  return toml_text(*table.get("key"));
}

TEST(TomlText, WritesEachKindOfValue) {
  for (const char* value :
       {"true", "-7", "0.5", "1.0", "2026-12-31", "07:32:00",
        "1979-05-27T07:32:00Z", R"("a \"b\" \\ \n\t\u0001\u007f é")",
        R"(["a", [1, 2]])", R"({ "a b" = 1, c = {} })", "[]", "inf"}) {
    EXPECT_EQ(again(value), value);
  }
}

TEST(TomlText, WritesDatesAsTextInJson) {
  const toml::table table = toml::parse("key = [2026-12-31, 1, 'a']");
  EXPECT_EQ(toml_json(table).dump(), R"({"key":["2026-12-31",1,"a"]})");
}

TEST(TomlText, QuotesKeysThatNeedIt) {
  EXPECT_EQ(toml_key("a-b_C9"), "a-b_C9");
  EXPECT_EQ(toml_key("a.b"), "\"a.b\"");
  EXPECT_EQ(toml_key(""), "\"\"");
}

}  // namespace
}  // namespace harden::cli
