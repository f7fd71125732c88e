#include "findings/report/fingerprints.h"

#include <gtest/gtest.h>

#include <string>

namespace harden {
namespace {

std::string print_of(const std::string& text, const std::string& words,
                     RuleId rule = "HD101", const std::string& scope = "") {
  const SourceFile source("f", text);
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return Fingerprints(scope, source).next(rule, {begin, begin + 1});
}

TEST(Fingerprints, OutliveMovesAndBlanks) {
  const std::string print = print_of("FROM a\nCMD x\n", "CMD");
  EXPECT_EQ(print.size(), 16U);
  EXPECT_EQ(print_of("# new\n\nFROM a\nCMD x\n", "CMD"), print);
  EXPECT_EQ(print_of("FROM a\r\nCMD  x \r\n", "CMD"), print);
}

TEST(Fingerprints, DifferByRuleLineAndScope) {
  const std::string print = print_of("FROM a\nCMD x\n", "CMD");
  EXPECT_NE(print_of("FROM a\nCMD x\n", "CMD", "HD102"), print);
  EXPECT_NE(print_of("FROM a\nCMD y\n", "CMD"), print);
  EXPECT_NE(print_of("FROM a\nCMD x\n", "CMD", "HD101", "b"), print);
}

TEST(Fingerprints, OfTheSameLineDiffer) {
  const SourceFile source("f", "CMD x\nCMD x\n");
  Fingerprints prints("", source);
  const std::string first = prints.next("HD101", {0, 1});
  const std::string second = prints.next("HD101", {6, 7});
  EXPECT_NE(first, second);
  EXPECT_NE(prints.next("HD101", {0, 1}), first);
  Fingerprints again("", source);
  EXPECT_EQ(again.next("HD101", {0, 1}), first);
  EXPECT_EQ(again.next("HD101", {6, 7}), second);
}

TEST(Fingerprints, OfPlacesBeyondTheEndAreThoseOfTheEnd) {
  const SourceFile source("f", "CMD x");
  EXPECT_EQ(Fingerprints("", source).next("HD101", {9, 9}),
            Fingerprints("", source).next("HD101", {0, 1}));
}

}  // namespace
}  // namespace harden
