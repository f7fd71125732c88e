#include "knowledge/image_inspect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/source/source_file.h"

namespace {

using harden::BadInput;
using harden::BaseImage;
using harden::BaseImages;
using harden::Family;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::shared_ptr<const BaseImages> read(std::string_view text) {
  return harden::read_image_inspect(text, "base.json");
}

std::string error_of(std::string_view text) {
  try {
    read(text);
  } catch (const BadInput& error) {
    return error.what();
  }
  return "no error";
}

constexpr std::string_view kCorp = R"([{
  "Id": "sha256:aa",
  "RepoTags": ["corp/base:1", "corp/base:latest"],
  "RepoDigests": ["corp/base@sha256:bb"],
  "Os": "linux",
  "Config": {
    "User": "1001:0",
    "Env": ["PATH=/bin", "APP_UID=1001"],
    "Entrypoint": ["/start"],
    "Cmd": null,
    "ExposedPorts": {"80/tcp": {}, "53/udp": {}},
    "Volumes": {"/data": {}},
    "WorkingDir": "/app"
  }
}])";

TEST(ImageInspect, ReadsTheConfig) {
  const BaseImage image = *read(kCorp)->find("corp/base:1");
  EXPECT_EQ(image.id, "corp/base:1");
  EXPECT_EQ(image.user, "1001:0");
  EXPECT_THAT(image.env, ElementsAre("PATH=/bin", "APP_UID=1001"));
  EXPECT_TRUE(image.env_complete);
  EXPECT_THAT(image.entrypoint, ElementsAre("/start"));
  EXPECT_THAT(image.cmd, IsEmpty());
  EXPECT_THAT(image.ports, ElementsAre("53/udp", "80/tcp"));
  ASSERT_EQ(image.writes.size(), 1U);
  EXPECT_EQ(image.writes[0].path, "/data");
  EXPECT_TRUE(image.writes[0].volume);
  EXPECT_EQ(image.workdir, "/app");
}

TEST(ImageInspect, AnswersToItsNamesOnly) {
  const auto bases = read(kCorp);
  EXPECT_TRUE(bases->find("corp/base"));
  EXPECT_TRUE(bases->find("docker.io/corp/base:1"));
  EXPECT_TRUE(bases->find("corp/base:9@sha256:bb"));
  EXPECT_TRUE(bases->find("sha256:aa"));
  EXPECT_FALSE(bases->find("corp/base:2"));
  EXPECT_FALSE(bases->find("corp/base:1@sha256:cc"));
  EXPECT_FALSE(bases->find("base:1"));
}

TEST(ImageInspect, TakesTheRestFromWhatIsKnown) {
  const auto bases = read(R"({"RepoTags": ["docker.io/library/postgres:16"],
    "Config": {"User": "", "Entrypoint": ["docker-entrypoint.sh"]}})");
  const BaseImage image = *bases->find("postgres:16");
  EXPECT_EQ(image.user, "");
  EXPECT_EQ(image.family, Family::debian);
  EXPECT_EQ(image.steps_down_to, "postgres");
  EXPECT_EQ(image.ready_account, "postgres");
}

TEST(ImageInspect, AnotherEntrypointMayNotStepDown) {
  const auto bases = read(R"({"RepoTags": ["postgres:16"],
    "Config": {"Entrypoint": ["/mine"]}})");
  EXPECT_EQ(bases->find("postgres:16")->steps_down_to, "");
}

TEST(ImageInspect, KnowsWindows) {
  const auto bases =
      read(R"({"RepoTags": ["corp/win:1"], "Os": "windows", "Config": {}})");
  EXPECT_EQ(bases->find("corp/win:1")->family, Family::windows);
  EXPECT_FALSE(bases->find("corp/win:1")->has_shell);
}

TEST(ImageInspect, NullMeansNone) {
  const auto bases = read(R"({"Id": "sha256:aa", "RepoTags": null,
    "Config": {"User": null, "Env": null, "Volumes": null}})");
  EXPECT_EQ(bases->find("sha256:aa")->user, "");
}

TEST(ImageInspect, SaysWhatIsWrong) {
  EXPECT_EQ(error_of("[\n {]"), "base.json:2:3: is not valid JSON");
  EXPECT_EQ(error_of(""), "base.json:1:1: is not valid JSON");
  EXPECT_EQ(error_of("[]"), "base.json: holds no image");
  EXPECT_THAT(error_of("3"), HasSubstr("no `Config`"));
  EXPECT_THAT(error_of("[{}]"), HasSubstr("no `Config`"));
  EXPECT_THAT(error_of(R"({"Config": {}})"), HasSubstr("has no name"));
  EXPECT_EQ(error_of(R"({"Id": "a", "Config": {"User": 1}})"),
            "base.json: `User` is not a string");
  EXPECT_EQ(error_of(R"({"Id": "a", "Config": {"Env": [1]}})"),
            "base.json: `Env` is not a list of strings");
  EXPECT_EQ(error_of("1e999"), "base.json: is not valid JSON");
}

TEST(ImageInspect, AHostileFileIsRefused) {
  EXPECT_EQ(error_of(std::string(1 << 20, '[')),
            "base.json: is nested too deeply");
  EXPECT_EQ(error_of(std::string((16 << 20) + 1, ' ')),
            "base.json: is larger than 16 MiB");
}

}  // namespace
