#include "findings/report/fix_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace harden {
namespace {

const std::string ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

std::uint32_t at(const std::string& text, const std::string& word) {
  return static_cast<std::uint32_t>(text.find(word));
}

TEST(FixDiff, ShowsTheLinesAroundTheEdit) {
  const SourceFile source("f", ten);
  const std::uint32_t five = at(ten, "5");
  const Fix fix{"t", Safety::safe, {{{five, five + 1}, "five\n5b"}}};
  EXPECT_EQ(fix_diff(source, fix, 1),
            "@@ -4,3 +4,4 @@\n 4\n-5\n+five\n+5b\n 6\n");
  EXPECT_EQ(fix_diff(source, fix, 0), "@@ -5 +5,2 @@\n-5\n+five\n+5b\n");
}

TEST(FixDiff, CountsLinesThatEarlierEditsAdd) {
  const SourceFile source("f", ten);
  const std::uint32_t two = at(ten, "2");
  const std::uint32_t nine = at(ten, "9");
  // Given in the other order.
  const Fix fix{
      "t", Safety::safe, {{{nine, nine + 2}, ""}, {{two, two}, "a\nb\n"}}};
  EXPECT_EQ(fix_diff(source, fix, 0),
            "@@ -1,0 +2,2 @@\n+a\n+b\n@@ -9 +10,0 @@\n-9\n");
}

TEST(FixDiff, JoinsEditsThatAreNear) {
  const SourceFile source("f", ten);
  const std::uint32_t two = at(ten, "2");
  const std::uint32_t four = at(ten, "4");
  const Fix fix{
      "t", Safety::safe, {{{two, two + 1}, "II"}, {{four, four + 1}, "IV"}}};
  EXPECT_EQ(fix_diff(source, fix, 1),
            "@@ -1,5 +1,5 @@\n 1\n-2\n+II\n 3\n-4\n+IV\n 5\n");
}

TEST(FixDiff, KnowsAFileWithoutALastLineEnd) {
  const SourceFile source("f", "a\nb");
  const Fix fix{"t", Safety::safe, {{{3, 3}, "\nc\n"}}};
  EXPECT_EQ(fix_diff(source, fix, 3),
            "@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n");
}

TEST(FixDiff, LeavesOutWhatNobodyReads) {
  const SourceFile source("f", std::string(100000, 'x') + "\ny\n");
  EXPECT_EQ(fix_diff(source, {"t", Safety::safe, {{{0, 1}, "y"}}}, 0),
            std::nullopt);
  EXPECT_EQ(fix_diff(source, {"t", Safety::safe, {{{100001, 100002}, "z"}}}, 0),
            "@@ -2 +2 @@\n-y\n+z\n");
}

TEST(FixLines, AreShortAndSafeToPrint) {
  const SourceFile source("f", "a\x1b[2J\r\n" + std::string(300, 'b') + "\n");
  const Fix fix{"t", Safety::safe, {{{0, 1}, "c"}}};
  EXPECT_EQ(fix_lines(source, fix, 2, Palette(false)),
            "  @@ -1 +1 @@\n  -a␛[2J\n  +c␛[2J\n");
  std::string many;
  for (int i = 0; i < 20; ++i) many += "x\n";
  const std::string shown = fix_lines(
      source, {"t", Safety::safe, {{{7, 8}, many}}}, 1, Palette(false));
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 13);
  EXPECT_TRUE(shown.ends_with(" … 11 more lines\n")) << shown;
  EXPECT_NE(shown.find(" -" + std::string(99, 'b') + "…\n"), shown.npos);
}

}  // namespace
}  // namespace harden
