#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "knowledge/knowledge.h"
#include "knowledge/server_facts.h"

namespace {

using harden::Family;
using harden::user_commands;
using testing::HasSubstr;

TEST(UserCommands, FollowTheFamily) {
  EXPECT_THAT(user_commands(Family::alpine)->add_user,
              HasSubstr("adduser -u {uid} -S -D -H"));
  EXPECT_THAT(user_commands(Family::debian)->add_group,
              HasSubstr("groupadd --gid {gid} {name}"));
  EXPECT_EQ(user_commands(Family::redhat)->nologin, "/sbin/nologin");
  EXPECT_THAT(user_commands(Family::unknown)->add_user,
              HasSubstr(">>/etc/passwd"));
  EXPECT_THAT(user_commands(Family::amazonlinux)->install_tools,
              HasSubstr("shadow-utils"));
}

TEST(UserCommands, AreMissingWhereNoCommandCanHelp) {
  EXPECT_EQ(user_commands(Family::scratch), nullptr);
  EXPECT_EQ(user_commands(Family::distroless), nullptr);
  EXPECT_EQ(user_commands(Family::windows), nullptr);
}

TEST(FindRuntime, ByIdAndByProgram) {
  ASSERT_NE(harden::find_runtime("node"), nullptr);
  EXPECT_FALSE(harden::find_runtime("node")->needs_home);
  EXPECT_EQ(harden::find_runtime("cobol"), nullptr);
  const auto id_of = [](std::string_view program) -> std::string {
    const harden::Runtime* runtime = harden::find_runtime_of_program(program);
    return runtime ? runtime->id : "";
  };
  EXPECT_EQ(id_of("node"), "node");
  EXPECT_EQ(id_of("npm"), "node-tools");
  EXPECT_TRUE(harden::find_runtime_of_program("npm")->needs_home);
  EXPECT_EQ(id_of("/usr/bin/python3.12"), "python");
  EXPECT_EQ(id_of("php-fpm8.2"), "php-fpm");
  EXPECT_EQ(id_of("gunicorn"), "python");
  EXPECT_EQ(id_of(""), "");
  EXPECT_EQ(id_of("8"), "");
  EXPECT_EQ(id_of("a.out"), "");
}

TEST(FindCommand, ByNameAndByPath) {
  using Use = harden::CommandFacts::Use;
  const auto use_of = [](std::string_view program) {
    const harden::CommandFacts* facts = harden::find_command(program);
    return facts ? std::optional(facts->use) : std::nullopt;
  };
  EXPECT_EQ(use_of("useradd"), Use::root);
  EXPECT_EQ(use_of("/usr/sbin/useradd"), Use::root);
  EXPECT_EQ(use_of("crond"), Use::service);
  EXPECT_EQ(use_of("gosu"), Use::steps_down);
  EXPECT_EQ(use_of("["), Use::tool);
  EXPECT_EQ(use_of("env"), Use::wrapper);
  EXPECT_EQ(use_of("gunicorn"), Use::application);
  EXPECT_EQ(use_of("my-own-program"), std::nullopt);
  EXPECT_EQ(use_of(""), std::nullopt);
}

TEST(FindStartScript, SaysWhoCanStartIt) {
  const auto* tomcat = harden::find_start_script("/opt/tomcat/bin/catalina.sh");
  ASSERT_NE(tomcat, nullptr);
  EXPECT_EQ(tomcat->needs_root, "");
  EXPECT_EQ(tomcat->runtime, "tomcat");
  EXPECT_FALSE(tomcat->starts_arguments);
  EXPECT_TRUE(
      harden::find_start_script("docker-php-entrypoint")->starts_arguments);
  EXPECT_NE(harden::find_start_script("dockerd-entrypoint.sh")->needs_root, "");
  EXPECT_EQ(harden::find_start_script("docker-entrypoint.sh"), nullptr);
}

TEST(LayeredBases, TheFirstThatKnowsAnswers) {
  struct Fixed : harden::BaseImages {
    std::optional<harden::BaseImage> find(
        std::string_view reference) const override {
      if (reference != "node") return std::nullopt;
      harden::BaseImage image;
      image.id = "fixed";
      return image;
    }
  };
  struct Builtin : harden::BaseImages {
    std::optional<harden::BaseImage> find(
        std::string_view reference) const override {
      return harden::builtin_bases().find(reference);
    }
  };
  const harden::LayeredBases bases(
      {nullptr, std::make_shared<Fixed>(), std::make_shared<Builtin>()});
  EXPECT_EQ(bases.find("node")->id, "fixed");
  EXPECT_EQ(bases.find("node:22")->id, "node");
  EXPECT_FALSE(bases.find("nothing/known"));
}

TEST(Servers, AreFoundWithTheirVersion) {
  const harden::ServerFacts* found =
      harden::find_server("/usr/sbin/php-fpm8.2");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->id, "php-fpm");
  EXPECT_EQ(harden::version_of("php-fpm8.2"), "8.2");
  EXPECT_EQ(harden::version_of("redis-server"), "");
  EXPECT_EQ(harden::find_server("stunnel4")->id, "stunnel4");
  EXPECT_EQ(harden::find_server("ls"), nullptr);
}

// A group or a folder without an account would be nobody's.
TEST(Servers, OfAPackageHaveAHomeOrAreTheSystems) {
  for (const harden::ServerFacts& it : harden::all_servers()) {
    EXPECT_TRUE(!it.account.empty() || it.gives.empty()) << it.id;
    EXPECT_TRUE(it.home.empty() || it.home.starts_with('/')) << it.id;
    EXPECT_TRUE(it.group.empty() || !it.home.empty()) << it.id;
  }
}

}  // namespace
