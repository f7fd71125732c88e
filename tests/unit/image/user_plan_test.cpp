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

}  // namespace
}  // namespace harden
