// All dialects on patterns made at random, against a simple reading of each.
#include "base/glob/glob.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/glob/git_glob.h"
#include "glob_invariants.h"

namespace harden {
namespace {

TEST(Glob, HoldsWhatTheReferenceSays) {
  const std::vector<std::string> pieces = {
      "a", "b",    "/",    "*",  "**", "/**/", "?",  "[",           "]",
      "!", "^",    "-",    "\\", ".",  "[a-c", "]",  "[[:alpha:]]", "[!a]",
      ":", "**/a", "[^b]", "}",  "[]", "a*",   "**b"};
  const std::vector<std::string> letters = {"a", "b", "/", "*", "]", "[",
                                            "-", "}", ".", "^", "\\"};
  std::mt19937 random(11);
  const auto some = [&](unsigned most, const std::vector<std::string>& from) {
    std::string result;
    for (auto i = random() % most; i > 0; --i) {
      result += from[random() % from.size()];
    }
    return result;
  };
  for (int i = 0; i < 60'000; ++i) {
    const std::string input = static_cast<char>('0' + i % 7) + some(6, pieces) +
                              "\n" + some(7, letters);
    ASSERT_NO_THROW(test::check_glob(input)) << input;
  }
}

TEST(Glob, ManyWaysCostNoMoreThanBothLengths) {
  std::string stars;
  std::string folders;
  for (int i = 0; i < 300; ++i) {
    stars += "*a";
    folders += "**/";
  }
  const std::string text(1000, 'a');
  for (const std::string& pattern : {stars + "*b*", folders + "b*"}) {
    StepBudget budget;
    EXPECT_EQ(git_glob(pattern, GitSlash::separates)->matches(text, budget),
              false);
    EXPECT_LT(budget.spent(), 1'000'000U);
  }
}

TEST(Glob, FindsTheFirstAndLongest) {
  Glob glob(Glob::Unit::byte);
  glob.add_character('b');
  glob.add_many('/');
  StepBudget budget;
  const auto found = glob.find(U"aabc/b", 0, budget);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->begin, 2U);
  EXPECT_EQ(found->end, 4U);
  EXPECT_EQ(glob.find(U"aabc/b", 3, budget)->begin, 5U);
  EXPECT_FALSE(glob.find(U"aa", 0, budget));
}

}  // namespace
}  // namespace harden
