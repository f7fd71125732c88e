#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "base/libraries/json.h"
#include "dockerfile/document.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document parsed(const std::string& text) {
  return parse(SourceFile("Dockerfile", text));
}

std::vector<std::string> values(const std::vector<Word>& words) {
  std::vector<std::string> result;
  for (const Word& word : words) result.push_back(word.value);
  return result;
}

// What the engine would refuse, as "RULE@line:column message".
std::vector<std::string> problems(const std::string& text) {
  const Document document = parsed(text);
  std::vector<std::string> result;
  for (const Diagnostic& it : document.problems) {
    const Position at = document.source->position(it.span.begin);
    result.push_back(std::string(it.rule) + "@" + std::to_string(at.line) +
                     ":" + std::to_string(at.column) + " " + it.message);
  }
  return result;
}

TEST(Parse, JoinsContinuedLinesWithCommentsAndBlankLinesBetween) {
  const Document document =
      parsed("FROM a\nRUN one \\\n# no\n\n  # no\n two\\\nthree\nUSER x\n");
  ASSERT_EQ(document.instructions.size(), 3u);
  EXPECT_EQ(document.instructions[1].arguments.text, "one  twothree");
}

TEST(Parse, BlanksMayFollowTheEscapeCharacter) {
  EXPECT_EQ(parsed("FROM a\nRUN a \\ \t\n b\n").instructions[1].arguments.text,
            "a  b");
}

TEST(Parse, TwoEscapeCharactersContinueNothing) {
  const Document document = parsed("FROM a\nRUN a \\\\\nUSER b\n");
  ASSERT_EQ(document.instructions.size(), 3u);
  EXPECT_EQ(document.instructions[2].keyword, Keyword::user);
}

TEST(Parse, BacktickEscapes) {
  const Document document =
      parsed("# escape=`\nFROM a\nRUN dir c:\\ `\n  x\nRUN c:\\\nUSER b\n");
  ASSERT_EQ(document.instructions.size(), 4u);
  EXPECT_EQ(document.instructions[1].arguments.text, "dir c:\\   x");
  EXPECT_EQ(document.instructions[2].arguments.text, "c:\\");
}

TEST(Parse, DirectivesEndAtTheFirstOtherLine) {
  const Document document =
      parsed("# syntax=docker/dockerfile:1\n# other=1\n# escape=`\nFROM a\n");
  ASSERT_EQ(document.directives.size(), 1u);
  EXPECT_EQ(document.style.escape, '\\');
}

TEST(Parse, BlanksMayStandBetweenTheOpenerAndTheDelimiterOfAHeredoc) {
  const Document document =
      parsed("FROM a\nRUN cat << EOF >x\nb\nEOF\nCMD c\n");
  ASSERT_EQ(document.instructions.size(), 3u);
  EXPECT_EQ(document.instructions[1].heredocs.at(0).delimiter, "EOF");
  EXPECT_TRUE(document.problems.empty());
  EXPECT_TRUE(parsed("FROM a\nRUN <<\"\"\n").instructions[1].heredocs.empty());
}

TEST(Parse, ValuesThatBuildKitRefuses) {
  for (const char* line :
       {"COPY --link=maybe a b", "COPY --chown a b", "ADD --unpack= a b",
        "COPY --from=a --from=b c d", "RUN --network=net a",
        "HEALTHCHECK --interval=5 CMD a", "HEALTHCHECK --timeout=1us CMD a",
        "HEALTHCHECK --retries=-1 CMD a", "VOLUME [\"\"]", "VOLUME [1]",
        "COPY [\"a\", 1]", "ENV =a", "ARG =a", "COPY a <<EOF\nEOF",
        "COPY --not-invented a b", "CMD --flag", "USER --a app"}) {
    EXPECT_EQ(parsed("FROM a\n" + std::string(line)).problems.size(), 1u)
        << line;
  }
  for (const char* line :
       {"COPY --link=TRUE --exclude=a --exclude=b c d", "RUN",
        "HEALTHCHECK --interval=1m30.5s --timeout=0 CMD a",
        "ONBUILD COPY --link=maybe a b", "ARG --flag A", "RUN -- --flag"}) {
    EXPECT_TRUE(parsed("FROM a\n" + std::string(line)).problems.empty())
        << line;
  }
}

TEST(Parse, AKeywordMayBeSplitOverLines) {
  const Document document = parsed("FROM a\nUS\\\nER root\n");
  ASSERT_EQ(document.instructions.size(), 2u);
  EXPECT_EQ(document.instructions[1].keyword, Keyword::user);
  EXPECT_EQ(document.instructions[1].arguments.text, "root");
}

TEST(Parse, FlagsOfAnyName) {
  const Document document = parsed(
      "FROM --platform=linux/amd64 a AS b\n"
      "COPY --from=b --link --not-invented=\"x y\" /a /b\n");
  const Instruction& copy = document.instructions[1];
  ASSERT_EQ(copy.flags.size(), 3u);
  EXPECT_EQ(copy.flag("from")->value->value, "b");
  EXPECT_FALSE(copy.flag("link")->value);
  EXPECT_EQ(copy.flag("not-invented")->value->value, "x y");
  EXPECT_THAT(values(copy.as<Transfer>()->sources), ElementsAre("/a"));
}

TEST(Parse, ExecFormAndItsFallBackToTheShell) {
  const Document document = parsed(
      "FROM a\nCMD [\"a\", \"b\\u00e9\\n\"]\nCMD ['a']\nCMD [ -f x ] && y\n");
  const auto* exec = document.instructions[1].as<Command>();
  EXPECT_EQ(exec->form, Command::Form::exec);
  EXPECT_THAT(values(exec->argv), ElementsAre("a", "b\xC3\xA9\n"));
  EXPECT_TRUE(document.instructions[2].as<Command>()->broken_exec_form);
  EXPECT_FALSE(document.instructions[3].as<Command>()->broken_exec_form);
}

TEST(Parse, ExecFormOverSeveralLines) {
  const Document document =
      parsed("FROM a\nCMD [\"a\", \\\n  # why\n  \"b\"]\n");
  const auto* exec = document.instructions[1].as<Command>();
  ASSERT_EQ(exec->argv.size(), 2u);
  EXPECT_EQ(document.text(exec->argv[1].span), "\"b\"");
}

TEST(Parse, SeveralHeredocsOnALine) {
  const Document document = parsed(
      "FROM a\nCOPY <<ONE <<-\"TWO\" /x/\none\nONE\n\ttwo\n\tTWO\nUSER b\n");
  const Instruction& copy = document.instructions[1];
  ASSERT_EQ(copy.heredocs.size(), 2u);
  EXPECT_EQ(document.text(copy.heredocs[0].body), "one\n");
  EXPECT_TRUE(copy.heredocs[0].expands);
  EXPECT_EQ(document.text(copy.heredocs[1].body), "\ttwo\n");
  EXPECT_FALSE(copy.heredocs[1].expands);
  EXPECT_TRUE(copy.heredocs[1].strips_tabs);
  EXPECT_EQ(document.instructions[2].keyword, Keyword::user);
}

TEST(Parse, AHeredocMayBeginOnAContinuationLine) {
  const Document document =
      parsed("FROM a\nRUN cat \\\n  3<<X\nUSER no\nX\nUSER b\n");
  ASSERT_EQ(document.instructions.size(), 3u);
  EXPECT_EQ(document.instructions[1].heredocs[0].file_descriptor, 3u);
}

TEST(Parse, OnlyRunCopyAndAddOpenHeredocs) {
  EXPECT_EQ(parsed("FROM a\nCMD cat <<X\nUSER b\n").instructions.size(), 3u);
  EXPECT_EQ(
      parsed("FROM a\nONBUILD RUN <<X\nUSER\nX\nUSER b\n").instructions.size(),
      3u);
  EXPECT_EQ(
      parsed("FROM a\nRUN [\"cat\", \"<<X\"]\nUSER b\n").instructions.size(),
      3u);
}

TEST(Parse, OldAndNewFormsOfEnv) {
  const Document document =
      parsed("FROM a\nENV A b  c\nENV A=b C='d e' E=\"f\\\" g\" H=i\\ j\n");
  EXPECT_EQ(document.instructions[1].as<Assignments>()->list[0].value->value,
            "b  c");
  const auto& list = document.instructions[2].as<Assignments>()->list;
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(list[1].value->value, "'d e'");
  EXPECT_EQ(list[3].value->value, "i\\ j");
}

TEST(Parse, StageNamesAreStoredInLowerCase) {
  EXPECT_EQ(parsed("FROM a as Build\n").stages[0].name, "build");
}

TEST(Parse, StyleIsTheFilesOwn) {
  const Style style = parsed("from a\r\nrun a \\\r\n\tb \\\r\n\tc\r\n").style;
  EXPECT_EQ(style.newline, "\r\n");
  EXPECT_TRUE(style.lower_case_keywords);
  EXPECT_EQ(style.continuation_indent, "\t");
}

// Lines that continue an instruction at their first column begin with a word,
// and one of blanks of another kind is no habit to copy.
TEST(Parse, OnlyBlanksAndTabsIndent) {
  const auto indent = [](const std::string& line) {
    return parsed("FROM a\nRUN b \\\n" + line + line + line + "  c\n")
        .style.continuation_indent;
  };
  EXPECT_EQ(indent(""), "  ");
  EXPECT_EQ(indent("\t \\\n"), "\t ");
  EXPECT_EQ(indent("\t\"x\" \\\n"), "\t");
  for (const char* line :
       {"&& \\\n", "x \\\n", "\f \\\n", "\v\\\n", "\xc2\xa0 \\\n"}) {
    EXPECT_EQ(indent(line), "  ") << line;
  }
}

TEST(Parse, ByteOrderMarkAndBytesThatAreNotUtf8) {
  const Document document = parsed(
      "\xEF\xBB\xBF"
      "FROM a\nLABEL a=\xFF\xFE\n");
  EXPECT_THAT(document.problems, IsEmpty());
  EXPECT_EQ(document.instructions.size(), 2u);
}

TEST(Parse, SaysWhatTheEngineWouldRefuse) {
  EXPECT_THAT(problems("RUN a\nFROM b\n"),
              ElementsAre("HD001@1:1 `RUN` stands before the first `FROM`; "
                          "only `ARG` may"));
  EXPECT_THAT(problems("FROM a b\n"),
              ElementsAre("HD001@1:1 `FROM` takes an image, or an image, `AS` "
                          "and a name"));
  EXPECT_THAT(problems("FROM a\nRUN <<EOF\nx\n"),
              ElementsAre("HD001@2:5 the heredoc `EOF` never ends"));
  EXPECT_THAT(problems("FROM a AS 1b\n"),
              ElementsAre("HD001@1:11 `1b` is not a valid stage name"));
  EXPECT_THAT(problems("# escape=x\nFROM a\n"),
              ElementsAre("HD001@1:1 the escape character must be \\ or a "
                          "backquote, not `x`"));
  EXPECT_THAT(problems("FROM a\nENV A=b c\n"),
              ElementsAre("HD001@2:9 `c` has no `=` in an `ENV`"));
  EXPECT_THAT(problems("FROM a\nCMD [1]\n"),
              ElementsAre("HD001@2:1 the exec form takes strings only"));
  EXPECT_THAT(problems("\n"), ElementsAre("HD001@1:1 there is no `FROM`, so "
                                          "this builds no image"));
}

TEST(Parse, UnknownInstructionsKeepTheRestAlive) {
  const Document document = parsed("FROM a\nFOO b\nUSER c\n");
  ASSERT_EQ(document.instructions.size(), 3u);
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].rule, "HD002");
}

TEST(Parse, GuessesWhatAnUnknownInstructionMeant) {
  EXPECT_EQ(parsed("FROM a\nENTRYPONIT b\n").problems[0].help,
            "did you mean `ENTRYPOINT`?");
  EXPECT_THAT(parsed("FROM a\nRUN b\n  && c\n").problems[0].help,
              testing::HasSubstr("instruction above"));
}

// The library says what is JSON; our reader adds only the places.
TEST(StringArray, AgreesWithTheJsonLibrary) {
  EXPECT_TRUE(rc::check("same strings", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>(
            "[", "]", ",", "\"", "a", "\\n", "\\u00e9", "\\ud83d\\ude00", " ",
            "\\", "\"b\"", "1", "{}", "\\\"", "[\"", "\"]"));
    LogicalText text;
    for (const std::string& piece : pieces) text.text += piece;
    text.pieces.push_back({0, 0});
    auto ours = parse_string_array(text);
    auto json = nlohmann::json::parse(text.text, nullptr, false);
    bool strings = json.is_array();
    for (const auto& it : json) strings = strings && it.is_string();
    RC_ASSERT(ours.has_value() == (strings && !json.is_discarded()));
    if (ours) RC_ASSERT(values(*ours) == json.get<std::vector<std::string>>());
  }));
}

TEST(LogicalText, EveryOffsetLeadsToItsOwnByte) {
  const std::string source = "FROM a\nRUN ab \\\n# c\n  de\\\nf\n";
  const Document document = parsed(source);
  const LogicalText& text = document.instructions[1].arguments;
  for (std::uint32_t i = 0; i < text.text.size(); ++i) {
    EXPECT_EQ(source[text.to_source(i)], text.text[i]) << i;
  }
}

}  // namespace
}  // namespace harden
