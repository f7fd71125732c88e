#include "findings/suppressions/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dockerfile/document.h"

namespace harden {
namespace {

using testing::ElementsAre;

// The codes left, of a file in which HD101 and HD104 are reported for USER.
std::vector<std::string> left(const std::string& text,
                              const SuppressionRules& rules = {}) {
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
  for (const auto& it : apply_suppressions(document, std::move(found), rules)) {
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

TEST(Suppressions, MayHoldForAStage) {
  const std::string build = "FROM a AS b\nRUN c\n";
  const std::string both = "# harden: ignore-stage=HD101,HD104 why\n";
  EXPECT_THAT(left("FROM a\n" + both + "\nRUN c\nUSER b\n"), ElementsAre());
  EXPECT_THAT(left("FROM a\nUSER b\n" + both), ElementsAre());
  EXPECT_THAT(left(build + both + "# more\nFROM a\nUSER b\n"), ElementsAre());
  EXPECT_THAT(left(build + both + "\nFROM a\nUSER b\n"),
              ElementsAre("HD004", "HD004", "HD101", "HD104"));
  EXPECT_THAT(left(both + "ARG c\nFROM a\nUSER b\n"),
              ElementsAre("HD004", "HD004", "HD101", "HD104"));
}

TEST(Suppressions, HoldWhereElseAFindingIsExcused) {
  const std::string text =
      "FROM a AS b\n\n# harden: ignore=HD101 why\nFROM b\nRUN c\n";
  const Document document = parse(SourceFile("Dockerfile", text));
  Diagnostic found;
  found.rule = "HD101";
  found.span = document.instructions[0].span;
  EXPECT_EQ(apply_suppressions(document, {found}).size(), 2u);
  found.excused_at = {document.instructions[1].span};
  EXPECT_EQ(apply_suppressions(document, {found}).size(), 0u);
}

TEST(Suppressions, MayNeedAReason) {
  const SuppressionRules rules{.need_reason = true};
  for (const char* none : {"", " ", " --", " # ", "\t"}) {
    EXPECT_THAT(left("FROM a\n# harden: ignore=HD101" + std::string(none) +
                         "\nUSER b\n",
                     rules),
                ElementsAre("HD006", "HD101", "HD104"))
        << none;
  }
  EXPECT_THAT(
      left("FROM a\n# harden: ignore=HD101,HD104 -- é\nUSER b\n", rules),
      ElementsAre());
}

TEST(Suppressions, MayBeForbidden) {
  const std::string text =
      "FROM a\n# harden: ignore=HD101,root-group why\nUSER b\n";
  EXPECT_THAT(left(text, {.forbidden = true}),
              ElementsAre("HD007", "HD007", "HD101", "HD104"));
  EXPECT_THAT(left(text, {.never = {"HD104"}}), ElementsAre("HD007", "HD104"));
}

// A file of many comments, each about many findings, takes no time to speak of.
TEST(Suppressions, MayBeMany) {
  std::string text = "FROM a\n";
  for (int i = 0; i < 100'000; ++i) {
    text += "# harden: ignore-stage=HD101 why\n";
  }
  const Document document = parse(SourceFile("Dockerfile", text + "USER b\n"));
  Diagnostic found;
  found.rule = "HD101";
  found.span = document.instructions.back().span;
  EXPECT_THAT(
      apply_suppressions(document, std::vector<Diagnostic>(100'000, found)),
      ElementsAre());
}

}  // namespace
}  // namespace harden
