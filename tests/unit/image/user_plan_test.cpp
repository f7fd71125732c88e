#include "image/user/user_plan.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "image/revision.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

std::variant<UserPlan, Refusal> planned(const std::string& text) {
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Revision file(SourceFile("Dockerfile", text), options, nullptr);
  return plan_user(file.start(),
                   effective_user(file.document(), file.evaluation()),
                   UserWishes());
}

TEST(UserPlan, GivesWhatIsWritten) {
  const auto plan = planned(
      "FROM debian:12\nRUN mkdir -p /var/log/x\nVOLUME /data\nCMD [\"x\"]\n");
  ASSERT_TRUE(std::holds_alternative<UserPlan>(plan));
  EXPECT_EQ(std::get<UserPlan>(plan).needs.size(), 2u);
  EXPECT_EQ(std::get<UserPlan>(plan).home, "/nonexistent");
}

// Paths are compared with each other: a hostile file must not take minutes.
TEST(UserPlan, RefusesMorePathsThanItCanFollow) {
  std::string text = "FROM debian:12\n";
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i);
    text += "RUN mkdir /d" + number + " && chown 5 /x" + number +
            "\nVOLUME /v" + number + "\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto plan = planned(text + "CMD [\"x\"]\n");
  ASSERT_TRUE(std::holds_alternative<Refusal>(plan));
  EXPECT_EQ(std::get<Refusal>(plan).kind, RefusalKind::too_long);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

const std::string bind9 =
    "FROM debian:12\nRUN apt-get update && apt-get install -y bind9=1:9.18\n";

TEST(UserPlan, TakesTheAccountOfThePackage) {
  const auto plan = planned(bind9 + "CMD [\"named\", \"-g\"]\n");
  ASSERT_TRUE(std::holds_alternative<UserPlan>(plan));
  const ChosenUser& user = std::get<UserPlan>(plan).user;
  EXPECT_EQ(user.name, "bind");
  EXPECT_EQ(user.uid, 900u);
  EXPECT_EQ(user.made_before, 1u);
  EXPECT_EQ(user.home, "/var/cache/bind");
}

TEST(UserPlan, GivesNothingThatThePackageGives) {
  const auto plan = planned(bind9 + "CMD [\"named\", \"-g\"]\n");
  ASSERT_TRUE(std::holds_alternative<UserPlan>(plan));
  const auto& needs = std::get<UserPlan>(plan).needs;
  ASSERT_EQ(needs.size(), 1u);
  EXPECT_EQ(needs.front().path, "/run/named");
}

// 900 is somebody's already.
TEST(UserPlan, TakesTheNextNumber) {
  const auto plan = planned(
      "FROM debian:12\nRUN useradd -u 900 other\n"
      "RUN apt-get install -y bind9\nCMD [\"named\", \"-g\"]\n");
  ASSERT_TRUE(std::holds_alternative<UserPlan>(plan));
  EXPECT_EQ(std::get<UserPlan>(plan).user.uid, 901u);
}

TEST(UserPlan, RefusesAnAccountThatOnlyAnOptionKnows) {
  const auto plan = planned(bind9 + "CMD [\"named\", \"-udns\"]\n");
  ASSERT_TRUE(std::holds_alternative<Refusal>(plan));
  EXPECT_EQ(std::get<Refusal>(plan).kind, RefusalKind::server_settings);
}

// Where the program comes from elsewhere its package tells nothing.
TEST(UserPlan, WantsThePackage) {
  const auto plan = planned("FROM debian:12\nCMD [\"named\", \"-g\"]\n");
  ASSERT_TRUE(std::holds_alternative<UserPlan>(plan));
  EXPECT_EQ(std::get<UserPlan>(plan).user.name, "app");
}

}  // namespace
}  // namespace harden
