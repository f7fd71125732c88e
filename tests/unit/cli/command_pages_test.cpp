#include "cli/completion/command_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace harden::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

CommandPage page(std::string_view words) {
  for (auto& it : command_pages()) {
    if (it.words == words) return it;
  }
  ADD_FAILURE() << "no command " << words;
  return {};
}

// An empty one where the command has no such option.
OptionPage option(std::string_view words, const std::string& name) {
  for (const auto& it : page(words).options) {
    const auto& names = it.names;
    if (std::find(names.begin(), names.end(), name) != names.end()) return it;
  }
  return {};
}

TEST(CommandPages, HoldsEveryCommandAndVerb) {
  EXPECT_EQ(command_pages().front().words, "");
  EXPECT_EQ(page("check").words, "check");
  EXPECT_EQ(page("profile seccomp").words, "profile seccomp");
}

TEST(CommandPages, TellsWhatAnOptionTakes) {
  EXPECT_EQ(option("check", "--fix").kind, ValueKind::none);
  EXPECT_EQ(option("check", "--output").kind, ValueKind::file);
  EXPECT_THAT(option("check", "-o").names, ElementsAre("-o", "--output"));
  EXPECT_EQ(option("check", "--context").kind, ValueKind::folder);
  EXPECT_EQ(option("check", "--fix-only").kind, ValueKind::rule);
  EXPECT_EQ(option("check", "--target").kind, ValueKind::text);
  EXPECT_EQ(option("", "--emit").kind, ValueKind::list);
  EXPECT_TRUE(option("check", "--build-arg").repeats);
  EXPECT_FALSE(option("check", "--target").repeats);
}

TEST(CommandPages, TakesChoicesFromWhatReadsThem) {
  EXPECT_THAT(option("check", "--unknown").words,
              ElementsAre("fail", "warn", "ignore"));
  EXPECT_THAT(option("check", "--format").words, Contains("sarif"));
  EXPECT_THAT(option("policy", "--format").words, ElementsAre("text", "json"));
}

TEST(CommandPages, LeavesHiddenOptionsOut) {
  EXPECT_THAT(option("rules", "--markdown").names, IsEmpty());
}

TEST(CommandPages, FindsThePositional) {
  EXPECT_EQ(positional_of(page("explain"))->kind, ValueKind::rule);
  EXPECT_EQ(positional_of(page("check"))->kind, ValueKind::file);
  EXPECT_EQ(positional_of(page("man")), nullptr);
}

TEST(CommandPages, SumsACommandUp) {
  EXPECT_EQ(summary_of(*page("rules").help), "Lists all codes");
  EXPECT_EQ(summary_of(*page("man").help), "Prints the manual page");
}

}  // namespace
}  // namespace harden::cli
