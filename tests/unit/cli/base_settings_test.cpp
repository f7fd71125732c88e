#include "cli/config/base_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/source/source_file.h"

namespace {

using harden::BadInput;
using harden::BaseImage;
using harden::Family;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

BaseImage find(std::string_view text, std::string_view reference) {
  auto image =
      harden::cli::read_config_bases({text, "harden.toml"})->find(reference);
  EXPECT_TRUE(image) << reference;
  return image.value_or(BaseImage());
}

std::string error_of(std::string_view text) {
  try {
    harden::cli::read_config_bases({text, "harden.toml"});
  } catch (const BadInput& error) {
    return error.what();
  }
  return "no error";
}

TEST(ConfigBases, TakesEveryKindOfFact) {
  const BaseImage image = find(R"(
[bases."registry.corp/app"]
family = "debian"
user = "1001:0"
shell = true
user_tools = false
install_tools = "apt-get install passwd"
accounts = ["app:1001:1001:/app:video"]
groups = ["data:2000"]
ready_account = "app"
entrypoint = ["/start"]
cmd = ["run"]
env = ["A=1"]
ports = ["80", "53/udp"]
workdir = "/app"
writes = ["/data volume", "/tmp"]
runtime = "java"
needs_root = "it mounts"
)",
                               "registry.corp/app:3");
  EXPECT_EQ(image.id, "registry.corp/app");
  EXPECT_EQ(image.family, Family::debian);
  EXPECT_EQ(image.user, "1001:0");
  EXPECT_FALSE(image.has_user_tools);
  EXPECT_THAT(image.ports, ElementsAre("80/tcp", "53/udp"));
  ASSERT_EQ(image.writes.size(), 2U);
  EXPECT_TRUE(image.writes[0].volume);
  EXPECT_EQ(image.needs_root, "it mounts");
  EXPECT_EQ(image.accounts.front().home, "/app");
  EXPECT_THAT(image.accounts.front().groups, ElementsAre("video"));
}

TEST(ConfigBases, ChangesOnlyWhatItSays) {
  const BaseImage image = find("[bases.postgres]\nuser = \"70\"\n", "postgres");
  EXPECT_EQ(image.user, "70");
  EXPECT_EQ(image.steps_down_to, "postgres");
}

TEST(ConfigBases, TakesTheFactsOfAnotherImage) {
  const BaseImage image =
      find("[bases.\"corp/node\"]\nlike = \"node:22-alpine\"\n", "corp/node:1");
  EXPECT_EQ(image.family, Family::alpine);
  EXPECT_EQ(image.ready_account, "node");
}

TEST(ConfigBases, LeavesUnknownWhatNobodySays) {
  const BaseImage image = find("[bases.\"corp/x\"]\nshell = false\n", "corp/x");
  EXPECT_FALSE(image.user);
  EXPECT_EQ(image.family, Family::unknown);
}

TEST(ConfigBases, MatchesNamesTagsAndPatterns) {
  const std::string_view text = R"(
[bases."corp/*"]
user = "any"
[bases."corp/special*"]
user = "never reached"
[bases."corp/java:17*"]
user = "never reached either"
[bases."corp/java:21"]
user = "exact"
)";
  EXPECT_EQ(find(text, "corp/specialist").user, "any");
  EXPECT_EQ(find(text, "corp/java:21").user, "exact");
  EXPECT_EQ(find(text, "corp/java:17.1").user, "any");
  const auto bases = harden::cli::read_config_bases({text, "harden.toml"});
  EXPECT_FALSE(bases->find("other/java"));
}

TEST(ConfigBases, ATagPatternIsAboutItsTagsOnly) {
  const auto bases = harden::cli::read_config_bases(
      {"[bases.\"corp/java:21*\"]\nuser = \"1\"\n", "harden.toml"});
  EXPECT_TRUE(bases->find("corp/java:21-jre"));
  EXPECT_FALSE(bases->find("corp/java"));
  EXPECT_FALSE(bases->find("corp/java@sha256:00"));
}

TEST(ConfigBases, TheUsersWordReplacesNeedsRoot) {
  const BaseImage image =
      find("[bases.docker]\nruns_as_any_user = true\n", "docker:dind");
  EXPECT_TRUE(image.runs_as_any_user);
  EXPECT_EQ(image.needs_root, "");
}

TEST(ConfigBases, OtherTablesAreErrors) {
  EXPECT_EQ(error_of("[base.\"x\"]\nuser = \"1\"\n"),
            "harden.toml:1:2: unknown key `base`, did you mean `bases`?");
  EXPECT_EQ(error_of(""), "no error");
}

TEST(ConfigBases, ErrorsNameThePlace) {
  EXPECT_EQ(error_of("[bases.node]\nusr = \"1\"\n"),
            "harden.toml:2:1: unknown key `usr`, did you mean `user`?");
  EXPECT_EQ(error_of("[bases.node]\nfamily = \"debain\"\n"),
            "harden.toml:2:10: unknown family `debain`, did you mean "
            "`debian`?");
  EXPECT_EQ(error_of("[bases.node]\nuser = 1001\n"),
            "harden.toml:2:8: `user` must be a string");
  EXPECT_EQ(error_of("[bases.node]\naccounts = [\"app:x:1\"]\n"),
            "harden.toml:2:12: `app:x:1` in `accounts` is not "
            "NAME:UID:GID[:HOME[:GROUPS]]");
  EXPECT_EQ(error_of("[bases.node]\nports = 80\n"),
            "harden.toml:2:9: `ports` must be a list of strings");
  EXPECT_EQ(error_of("[bases.node]\nshell = \"yes\"\n"),
            "harden.toml:2:9: `shell` must be true or false");
}

TEST(ConfigBases, RefusesWhatIsNoTable) {
  EXPECT_THAT(error_of("bases = 1\n"), StartsWith("harden.toml:1:9: "));
  EXPECT_THAT(error_of("[bases]\nnode = 1\n"), StartsWith("harden.toml:2:8: "));
  EXPECT_THAT(error_of("[bases.node\n"), StartsWith("harden.toml:1:"));
  EXPECT_THAT(error_of("[bases.\"\"]\n"), HasSubstr("empty"));
}

TEST(ConfigBases, AHostileFileIsRefused) {
  EXPECT_THAT(error_of(std::string(2 << 20, '\n')), HasSubstr("1 MiB"));
  std::string dots = "[a";
  for (int i = 0; i < 100000; ++i) dots += ".a";
  EXPECT_THAT(error_of(dots + "]\n"), HasSubstr("dots"));
  EXPECT_THAT(error_of("a = " + std::string(100000, '[')),
              StartsWith("harden.toml:1:"));
}

TEST(ConfigBases, AMessageStaysOneLine) {
  EXPECT_EQ(error_of("[bases.node]\nfamily = \"a\\nb\\u001b\"\n"),
            "harden.toml:2:10: unknown family `a?b?`");
}

}  // namespace
