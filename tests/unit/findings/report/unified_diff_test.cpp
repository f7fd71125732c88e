#include "findings/report/unified_diff.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace harden {
namespace {

std::string diff(std::string_view before, std::string_view after) {
  return unified_diff("a", "b", before, after);
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
  const auto line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

// Applies a diff the way patch does, and checks every line it passes.
class Patch {
 public:
  Patch(std::string_view before, std::string_view diff)
      : before_(before), diff_(diff) {}

  std::string apply() {
    if (diff_.empty()) return std::string(before_);
    take_line(diff_);
    take_line(diff_);
    while (!diff_.empty()) hunk(std::string(take_line(diff_)));
    return after_ + std::string(before_);
  }

 private:
  void hunk(const std::string& header) {
    unsigned long begin = 0;
    unsigned long count = 1;
    if (std::sscanf(header.c_str(), "@@ -%lu,%lu", &begin, &count) < 1) {
      throw std::runtime_error("no hunk: " + header);
    }
    const auto skip = count == 0 ? begin : begin - 1;
    while (passed_ < skip) keep();
    while (!diff_.empty() && diff_.front() != '@') line();
  }

  void keep() {
    after_ += take_line(before_);
    ++passed_;
  }

  void line() {
    const auto marked = take_line(diff_);
    auto text = marked.substr(1);
    if (diff_.starts_with("\\ ")) {
      take_line(diff_);
      text.remove_suffix(1);
    }
    if (marked.front() == '+') {
      after_ += text;
      return;
    }
    if (take_line(before_) != text) throw std::runtime_error("does not apply");
    ++passed_;
    if (marked.front() == ' ') after_ += text;
  }

  std::string_view before_;
  std::string_view diff_;
  std::string after_;
  unsigned long passed_ = 0;
};

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(diff("a\n", "a\n"), ""); }

TEST(UnifiedDiff, ShowsThreeLinesOfContext) {
  EXPECT_EQ(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
      "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n "
      "8\n");
}

TEST(UnifiedDiff, InsertsIntoAnEmptyText) {
  EXPECT_EQ(diff("", "a\n"), "--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n");
  EXPECT_EQ(diff("a\n", ""), "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n");
}

TEST(UnifiedDiff, SaysWhereTheLastNewlineIsMissing) {
  EXPECT_EQ(diff("a", "a\n"),
            "--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of "
            "file\n+a\n");
  EXPECT_EQ(diff("a\nb", "x\na\nb"),
            "--- a\n+++ b\n@@ -1,2 +1,3 @@\n+x\n a\n b\n\\ No newline at end "
            "of file\n");
}

TEST(UnifiedDiff, KeepsCarriageReturns) {
  EXPECT_EQ(diff("a\r\n", "a\r\nb\r\n"),
            "--- a\n+++ b\n@@ -1 +1,2 @@\n a\r\n+b\r\n");
}

TEST(UnifiedDiff, JoinsHunksWhoseContextsTouch) {
  const std::string middle = "1\n2\n3\n4\n5\n6\n";
  EXPECT_EQ(diff("a\n" + middle + "b\n", "A\n" + middle + "B\n"),
            "--- a\n+++ b\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n "
            "6\n-b\n+B\n");
  EXPECT_EQ(diff("a\n" + middle + "7\nb\n", "A\n" + middle + "7\nB\n"),
            "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 "
            "@@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST(UnifiedDiff, ClosesNamesWithBlanksByATab) {
  EXPECT_EQ(unified_diff("my file", "x\ny", "", "a\n"),
            "--- my file\t\n+++ x?y\n@@ -0,0 +1 @@\n+a\n");
}

TEST(UnifiedDiff, HasColoursForTerminals) {
  EXPECT_EQ(colour_diff("--- a\n@@ -1 +1 @@\n-x\n+y\n z"),
            "\x1b[1m--- a\x1b[0m\n\x1b[1;34m@@ -1 +1 @@\x1b[0m\n"
            "\x1b[1;31m-x\x1b[0m\n\x1b[1;32m+y\x1b[0m\n z");
}

std::string random_text() {
  const auto lines = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a\n", "b\n", "c\r\n", "\n", "d d\n"));
  std::string text;
  for (const auto& line : lines) text += line;
  if (*rc::gen::arbitrary<bool>()) text += "end";
  return text;
}

TEST(UnifiedDiff, AppliedGivesTheNewText) {
  EXPECT_TRUE(rc::check([] {
    const std::string before = random_text();
    const std::string after = random_text();
    RC_ASSERT(Patch(before, diff(before, after)).apply() == after);
  }));
}

TEST(UnifiedDiff, IsFastOnLargeTexts) {
  std::string before;
  std::string other;
  for (int i = 0; i < 50000; ++i) {
    before += "RUN step " + std::to_string(i) + "\n";
    other += "RUN another " + std::to_string(i) + "\n";
  }
  const auto start = std::chrono::steady_clock::now();
  const std::string edited = "first\n" + before + "last\n";
  EXPECT_EQ(Patch(before, diff(before, edited)).apply(), edited);
  EXPECT_EQ(Patch(before, diff(before, other)).apply(), other);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace harden
