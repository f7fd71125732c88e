#include "passes/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "syntax/parse.h"

namespace harden {
namespace {

using testing::ElementsAre;

// The codes left, of a file in which HD101 and HD104 are reported for USER.
std::vector<std::string> left(const std::string& text) {
  const Document document = parse(SourceFile("Dockerfile", text));
  std::vector<Diagnostic> found;
  for (const auto& it : document.instructions) {
    if (it.keyword != Keyword::user) continue;
    for (const char* code : {"HD101", "HD104"}) {
      Diagnostic diagnostic;
      diagnostic.rule = code;
      diagnostic.span = it.span;
      found.push_back(diagnostic);
    }
  }
  std::vector<std::string> codes;
  for (const auto& it : apply_suppressions(document, std::move(found))) {
    codes.emplace_back(it.rule);
  }
  return codes;
}

TEST(Suppressions, HoldForTheInstructionBelow) {
  EXPECT_THAT(left("FROM a\nUSER b\n"), ElementsAre("HD101", "HD104"));
  EXPECT_THAT(left("FROM a\n# harden: ignore=HD101 reason\nUSER b\n"),
              ElementsAre("HD104"));
  EXPECT_THAT(left("FROM a\n# harden: ignore=HD101,HD104 why\nUSER b\n"),
              ElementsAre());
  EXPECT_THAT(left("FROM a\n#harden:ignore=hd101, root-group why\nUSER b\n"),
              ElementsAre());
}

TEST(Suppressions, ReachOverFurtherComments) {
  EXPECT_THAT(left("FROM a\n# harden: ignore=HD101,HD104\n# so\n  USER b\n"),
              ElementsAre());
}

TEST(Suppressions, DoNotReachOverEmptyLinesOrInstructions) {
  EXPECT_THAT(left("FROM a\n# harden: ignore=HD101\n\nUSER b\n"),
              ElementsAre("HD004", "HD101", "HD104"));
  EXPECT_THAT(left("# harden: ignore=HD101\nFROM a\nUSER b\n"),
              ElementsAre("HD004", "HD101", "HD104"));
  EXPECT_THAT(left("FROM a\nUSER b\n# harden: ignore=HD101\n"),
              ElementsAre("HD101", "HD104", "HD004"));
}

TEST(Suppressions, MayHoldForTheWholeFile) {
  EXPECT_THAT(left("FROM a\nUSER b\nUSER c\n# harden: ignore-file=HD101\n"),
              ElementsAre("HD104", "HD104"));
  EXPECT_THAT(left("FROM a\n# harden: ignore-file=HD102\n"),
              ElementsAre("HD004"));
}

TEST(Suppressions, SayWhatIsMisspelt) {
  const Document document = parse(SourceFile(
      "Dockerfile", "FROM a\n# harden: ignore=HD1O1\n# harden: ingore=x\n"));
  const auto found = apply_suppressions(document, {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rule, "HD005");
  EXPECT_EQ(found[0].help, "did you mean `HD101`?");
  EXPECT_EQ(document.text(found[0].span), "HD1O1");
  EXPECT_EQ(found[1].rule, "HD005");
  EXPECT_EQ(document.text(found[1].span), "ingore");
}

TEST(Suppressions, LeaveOtherCommentsAlone) {
  EXPECT_THAT(left("FROM a\n# harden this\n# see harden: ignore=HD9\n"),
              ElementsAre());
}

}  // namespace
}  // namespace harden
