// Patterns of the shell, with the shells themselves as the oracles: what is
// known of a pattern must be what each of them does.
#include "base/glob/shell_glob.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace harden {
namespace {

std::optional<bool> matches(std::string_view pattern, std::string_view text) {
  ShellGlob glob;
  glob.add_unquoted(pattern);
  StepBudget budget;
  return glob.matches(text, budget);
}

TEST(ShellGlob, ReadsWhatPosixHas) {
  EXPECT_EQ(matches("a*c", "abbc"), true);
  EXPECT_EQ(matches("a?c", "ac"), false);
  EXPECT_EQ(matches("[!a-c]*", "d"), true);
  EXPECT_EQ(matches("[]a]", "]"), true);
  EXPECT_EQ(matches("[\\]a]", "]"), true);
  EXPECT_EQ(matches("\\*", "*"), true);
  EXPECT_EQ(matches("\\*", "a"), false);
  EXPECT_EQ(matches("*", "a/b"), true);
}

// At 0733439 the letters of a class stood for themselves, so that this was
// known to be false.
TEST(ShellGlob, ReadsClasses) {
  EXPECT_EQ(matches("[[:alpha:]]", "b"), true);
  EXPECT_EQ(matches("[![:digit:]]*", "b"), true);
  EXPECT_EQ(matches("[[:upper:][:digit:]_]", "_"), true);
  EXPECT_EQ(matches("[[:alpha:]]", "l]"), false);
  EXPECT_EQ(matches("[[:letter:]]", "b"), std::nullopt);
}

TEST(ShellGlob, ABracketThatIsNeverClosedIsText) {
  EXPECT_EQ(matches("[a", "[a"), true);
  EXPECT_EQ(matches("[!]", "[!]"), true);
  EXPECT_EQ(matches("[]", "[]"), true);
  EXPECT_EQ(matches("[[a]", "[a"), false);
}

TEST(ShellGlob, WhatTheShellsDoNotAgreeOnIsNotKnown) {
  EXPECT_EQ(matches("[^a]", "b"), std::nullopt);
  EXPECT_EQ(matches("x[^a]", "b"), false);
  EXPECT_EQ(matches("[[=a=]]", "a"), std::nullopt);
  EXPECT_EQ(matches("[[.a.]]", "a"), std::nullopt);
  EXPECT_EQ(matches("@(a|b)", "a"), std::nullopt);
  EXPECT_EQ(matches("[z-a]", "b"), std::nullopt);
  EXPECT_EQ(matches("a\\", "a\\"), std::nullopt);
  EXPECT_EQ(matches("?", "\xc3\xa9"), std::nullopt);
  EXPECT_EQ(matches("*\xc3\xa9", "a\xc3\xa9"), true);
}

TEST(ShellGlob, QuotedTextIsNoPattern) {
  ShellGlob glob;
  glob.add_unquoted("[");
  glob.add_quoted("!a-c");
  glob.add_unquoted("]*");
  glob.add_quoted("*");
  StepBudget budget;
  EXPECT_EQ(glob.matches("-xx*", budget), true);
  EXPECT_EQ(glob.matches("bxx*", budget), false);
  EXPECT_EQ(glob.matches("!xx", budget), false);
}

TEST(ShellGlob, TheBudgetLeavesItOpen) {
  std::string stars;
  for (int i = 0; i < 500; ++i) stars += "*a";
  ShellGlob glob;
  glob.add_unquoted(stars + "*b*");
  StepBudget little(10'000);
  EXPECT_EQ(glob.matches(std::string(2000, 'a'), little), std::nullopt);
  EXPECT_TRUE(little.exhausted());
  StepBudget enough(10'000'000);
  EXPECT_EQ(glob.matches(std::string(2000, 'a'), enough), false);
  EXPECT_FALSE(glob.prefix("a", true, little).known);
}

// --- The shells.

// Few letters, all that is special, and what is easy to read wrongly.
class Maker {
 public:
  std::string text() { return some(5, texts); }
  std::string pattern() { return some(6, pieces); }
  bool coin() { return random_() % 2 == 0; }

 private:
  using Words = std::vector<std::string>;

  std::string some(unsigned most, const Words& words) {
    std::string result;
    for (unsigned i = random_() % most; i > 0; --i) {
      result += words[random_() % words.size()];
    }
    return result;
  }

  const Words texts = {"a", "b", "c",  "A", "-", "]", "[",       "!",
                       "^", "*", "\\", ":", "/", ".", "\xc3\xa9"};
  const Words pieces = {"a",          "b",           "c",
                        "*",          "?",           "**",
                        "[",          "]",           "!",
                        "^",          "-",           "[a-c]",
                        "[!",         "[^",          "\\",
                        "[[:alpha:]", ":]",          "[]",
                        "[[:",        "[!a]",        "/",
                        "[\\]",       "A-Z]",        "[a-]",
                        "[--c",       "[[.a",        "\\*",
                        "*]",         "[c-a]",       "[]-a]",
                        "\xc3\xa9",   "[[:upper:]]", "[[:punct:]a]",
                        "[\\"};
  std::mt19937 random_{5};
};

struct ShellExample {
  std::string pattern;  // unquoted
  std::string tail;     // quoted, behind it
  std::string text;
};

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') result += "'\\'";
    result += c;
  }
  return result + "'";
}

// For each example a line with what `case` says, and four with what `#`, `##`,
// `%` and `%%` leave, in front of a `.`.
std::string script(const std::vector<ShellExample>& examples) {
  std::string result;
  for (const ShellExample& it : examples) {
    result += "t=" + in_quotes(it.text) + " p=" + in_quotes(it.pattern) +
              " q=" + in_quotes(it.tail) +
              "\ncase $t in $p\"$q\") echo y;; *) echo n;; esac\n";
    for (const char* cut : {"#", "##", "%", "%%"}) {
      result += std::string("printf '%s.\\n' \"${t") + cut + "$p\"$q\"}\"\n";
    }
  }
  return result;
}

std::vector<std::string> lines_of(const std::string& command) {
  std::vector<std::string> result;
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) {
    if (c == '\n') {
      result.push_back(std::move(text));
      text.clear();
    } else {
      text += static_cast<char>(c);
    }
  }
  pclose(pipe);
  return result;
}

std::string left(const ShellExample& it, const ShellGlob& glob,
                 std::size_t cut) {
  StepBudget budget;
  const bool longest = cut % 2 == 1;
  const PartMatch match = cut < 2 ? glob.prefix(it.text, longest, budget)
                                  : glob.suffix(it.text, longest, budget);
  if (!match.known) return "?";
  const std::size_t size = match.size.value_or(0);
  return cut < 2 ? it.text.substr(size) + "."
                 : it.text.substr(0, it.text.size() - size) + ".";
}

// What is known of an example, in the lines of the script.
std::vector<std::string> answers(const ShellExample& it) {
  ShellGlob glob;
  glob.add_unquoted(it.pattern);
  glob.add_quoted(it.tail);
  StepBudget budget;
  const auto whole = glob.matches(it.text, budget);
  std::vector<std::string> result = {!whole ? "?" : *whole ? "y" : "n"};
  for (std::size_t cut = 0; cut < 4; ++cut) {
    result.push_back(left(it, glob, cut));
  }
  return result;
}

class ShellOracle : public testing::TestWithParam<const char*> {};

TEST_P(ShellOracle, SaysTheSame) {
  const std::string shell = GetParam();
  if (std::system((shell + " -c : 2>/dev/null").c_str()) != 0) {
    GTEST_SKIP() << "skipped: no " << shell;
  }
  Maker maker;
  std::vector<ShellExample> examples(3000);
  for (ShellExample& it : examples) {
    it = {maker.pattern(), maker.coin() ? "" : maker.text(), maker.text()};
  }
  char name[] = "/tmp/harden-XXXXXX";
  ASSERT_GE(mkstemp(name), 0);
  std::ofstream(name) << script(examples);
  const auto said = lines_of(shell + " " + name);
  std::filesystem::remove(name);
  ASSERT_EQ(said.size(), examples.size() * 5);
  int known = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const ShellExample& it = examples[i / 5];
    const std::string answer = answers(it)[i % 5];
    if (answer == "?") continue;
    ++known;
    EXPECT_EQ(answer, said[i]) << it.pattern << " and " << in_quotes(it.tail)
                               << " on " << it.text << ", line " << i % 5;
  }
  EXPECT_GT(known, 9000);
}

INSTANTIATE_TEST_SUITE_P(All, ShellOracle,
                         testing::Values("LC_ALL=C bash", "LC_ALL=C.UTF-8 bash",
                                         "dash", "busybox sh"));

}  // namespace
}  // namespace harden
