#include "findings/report/text_report.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/quote/visible_text.h"

namespace harden {
namespace {

// A diagnostic on the first place where `what` stands in the text.
Diagnostic on(const std::string& text, const std::string& what) {
  const auto begin = static_cast<std::uint32_t>(text.find(what));
  Diagnostic result;
  result.rule = "HD101";
  result.severity = Severity::error;
  result.span = {begin, begin + static_cast<std::uint32_t>(what.size())};
  result.message = "the process runs as uid 0";
  return result;
}

std::string report(const std::string& text, const Diagnostic& diagnostic,
                   TextStyle style = {}) {
  return text_report(SourceFile("Dockerfile", text), diagnostic, style);
}

std::string report_on(const std::string& text, const std::string& what) {
  return report(text, on(text, what));
}

TEST(TextReport, PointsAtThePlace) {
  EXPECT_EQ(report_on("FROM a\nUSER root\n", "root"),
            "Dockerfile:2:6: error[HD101]: the process runs as uid 0\n"
            "2 | USER root\n"
            "  |      ^^^^\n");
}

TEST(TextReport, GivesReasonsFixAndHelp) {
  const std::string text = "FROM a\nUSER root\n";
  auto diagnostic = on(text, "USER root");
  diagnostic.because = {"`a` starts as root"};
  diagnostic.fix = Fix{"change it to `USER 1000:1000`", {}, {}};
  diagnostic.help = "see `harden explain HD101`";
  EXPECT_EQ(report(text, diagnostic),
            "Dockerfile:2:1: error[HD101]: the process runs as uid 0\n"
            "2 | USER root\n"
            "  | ^^^^^^^^^\n"
            "  = because: `a` starts as root\n"
            "  = fix: change it to `USER 1000:1000`\n"
            "  = help: see `harden explain HD101`\n");
  EXPECT_EQ(report(text, diagnostic, {false, true}).substr(0, 54),
            "Dockerfile:2:1: fixed[HD101]: the process runs as uid ");
}

TEST(TextReport, ShowsLabelsInTheOrderOfTheFile) {
  std::string text = "FROM node\n";
  for (int i = 0; i < 9; ++i) text += "\n";
  text += "USER root\n";
  auto diagnostic = on(text, "root");
  diagnostic.labels = {{{5, 9}, "the base"}, {{19, 23}, "here"}};
  EXPECT_EQ(report(text, diagnostic),
            "Dockerfile:11:6: error[HD101]: the process runs as uid 0\n"
            " 1 | FROM node\n"
            "   |      ---- the base\n"
            "11 | USER root\n"
            "   |      ^^^^\n"
            "   | ---- here\n");
}

TEST(TextReport, ExpandsTabsUnderTheCaret) {
  EXPECT_EQ(report_on("USER\troot\n", "root"),
            "Dockerfile:1:6: error[HD101]: the process runs as uid 0\n"
            "1 | USER    root\n"
            "  |         ^^^^\n");
}

TEST(TextReport, LeavesCarriageReturnsOut) {
  EXPECT_EQ(report_on("USER root\r\n", "root\r\n"),
            "Dockerfile:1:6: error[HD101]: the process runs as uid 0\n"
            "1 | USER root\n"
            "  |      ^^^^\n");
}

TEST(TextReport, CountsCharactersNotBytes) {
  EXPECT_EQ(report_on("RUN \xc3\xa4\xe4\xbd\xa0 x\n", "x"),
            "Dockerfile:1:11: error[HD101]: the process runs as uid 0\n"
            "1 | RUN \xc3\xa4\xe4\xbd\xa0 x\n"
            "  |         ^\n");
}

TEST(TextReport, MakesHiddenBytesVisible) {
  EXPECT_EQ(report_on("RUN \x1b[2J\xff\xe2\x80\xae x\n", "x"),
            "Dockerfile:1:14: error[HD101]: the process runs as uid 0\n"
            "1 | RUN ␛[2J<FF><U+202E> x\n"
            "  |                      ^\n");
}

TEST(TextReport, HidesTheByteOrderMark) {
  EXPECT_EQ(report_on("\xef\xbb\xbfUSER root\n", "USER"),
            "Dockerfile:1:4: error[HD101]: the process runs as uid 0\n"
            "1 | USER root\n"
            "  | ^^^^\n");
}

TEST(TextReport, PointsBehindTheLastByte) {
  const std::string text = "FROM a";
  auto diagnostic = on(text, "a");
  diagnostic.span = {6, 6};
  EXPECT_EQ(report(text, diagnostic),
            "Dockerfile:1:7: error[HD101]: the process runs as uid 0\n"
            "1 | FROM a\n"
            "  |       ^\n");
}

TEST(TextReport, ShowsTheFirstLineOfALongPlace) {
  EXPECT_EQ(report_on("RUN a \\\n  b\n", "a \\\n  b"),
            "Dockerfile:1:5: error[HD101]: the process runs as uid 0\n"
            "1 | RUN a \\\n"
            "  |     ^^^\n");
}

TEST(TextReport, PointsAtAnEmptyLine) {
  const std::string text = "FROM a\n\nUSER b\n";
  auto diagnostic = on(text, "\nUSER");
  EXPECT_EQ(report(text, diagnostic),
            "Dockerfile:2:1: error[HD101]: the process runs as uid 0\n"
            "2 |\n"
            "  | ^\n");
}

TEST(TextReport, CutsLongLinesAroundThePlace) {
  const std::string text =
      std::string(3000, 'a') + "HERE" + std::string(3000, 'b');
  const auto shown = report_on(text, "HERE");
  EXPECT_EQ(shown,
            "Dockerfile:1:3001: error[HD101]: the process runs as uid 0\n"
            "1 | …" +
                std::string(30, 'a') + "HERE" + std::string(64, 'b') +
                "…\n"
                "  |  " +
                std::string(30, ' ') + "^^^^\n");
}

TEST(TextReport, CutsTheUnderlineWithTheLine) {
  const auto shown = report_on(std::string(500, 'a'), std::string(500, 'a'));
  EXPECT_EQ(shown,
            "Dockerfile:1:1: error[HD101]: the process runs as uid 0\n"
            "1 | " +
                std::string(99, 'a') +
                "…\n"
                "  | " +
                std::string(99, '^') + "\n");
}

TEST(TextReport, KeepsControlsOutOfMessages) {
  const std::string text = "FROM a\n";
  auto diagnostic = on(text, "a");
  diagnostic.message = "no `\x1b]0;x\x07`\n";
  EXPECT_EQ(report(text, diagnostic),
            "Dockerfile:1:6: error[HD101]: no `␛]0;x␇`␊\n"
            "1 | FROM a\n"
            "  |      ^\n");
}

TEST(TextReport, ShowsTheLinesOfOnePlaceOnce) {
  const std::string text = "FROM a\nUSER root\n";
  const std::vector<Diagnostic> three = {on(text, "a"), on(text, "a"),
                                         on(text, "root")};
  EXPECT_EQ(text_report(SourceFile("f", text), three, {}),
            "f:1:6: error[HD101]: the process runs as uid 0\n"
            "1 | FROM a\n"
            "  |      ^\n"
            "f:1:6: error[HD101]: the process runs as uid 0\n"
            "\n"
            "f:2:6: error[HD101]: the process runs as uid 0\n"
            "2 | USER root\n"
            "  |      ^^^^\n"
            "\n");
}

TEST(TextReport, ColoursWhenAsked) {
  const std::string text = "FROM a\n";
  EXPECT_EQ(report(text, on(text, "a"), {true, false}),
            "\x1b[1mDockerfile:1:6:\x1b[0m \x1b[1;31merror[HD101]\x1b[0m: "
            "\x1b[1mthe process runs as uid 0\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m FROM a\n"
            "\x1b[1;34m  |\x1b[0m      \x1b[1;31m^\x1b[0m\n");
}

TEST(VisibleText, KeepsLinesWhereAsked) {
  EXPECT_EQ(visible_lines("a\t\x1b\r\nb\rc\n"), "a\t␛\r\nb␍c\n");
  EXPECT_EQ(visible("\xc2\x9b"
                    "1\x7f"),
            "<U+009B>1␡");
  EXPECT_EQ(visible("\xed\xa0\x80"), "<ED><A0><80>");
}

}  // namespace
}  // namespace harden
