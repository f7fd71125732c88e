#include "image/start/start_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace harden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> result;
  for (const PlainWord& it : read_start_line(text).words) {
    result.push_back(it.value);
  }
  return result;
}

std::string with_exec(std::string text) {
  const StartLine line = read_start_line(text);
  return line.exec_at ? text.insert(*line.exec_at, "exec ") : "";
}

TEST(StartLine, PlainWordsAreOneProgram) {
  EXPECT_THAT(words("node 'a b' \"c\\\"d\" e\\ f"),
              ElementsAre("node", "a b", "c\"d", "e f"));
  EXPECT_THAT(words("exec node x"), ElementsAre("node", "x"));
}

TEST(StartLine, WhatTheShellReplacesIsNoPlainWord) {
  for (const char* text : {"x $A", "x ${A}", "x *.a", "x ~/a", "x {a,b}",
                           "x `y`", "x $(y)", "x > y", "A=b x", "x; y"}) {
    EXPECT_THAT(words(text), IsEmpty()) << text;
    EXPECT_NE(with_exec(text), "") << text;
  }
  EXPECT_THAT(words("x '*' \"~\" \\$A"), ElementsAre("x", "*", "~", "$A"));
}

TEST(StartLine, ExecComesBeforeTheLastProgram) {
  EXPECT_EQ(with_exec("cd /a && A=b x $C >y"), "cd /a && A=b exec x $C >y");
  EXPECT_EQ(with_exec("a || b; x $C"), "a || b; exec x $C");
  const StartLine line = read_start_line("cd /a && exec x $C");
  EXPECT_TRUE(line.has_exec);
  EXPECT_FALSE(line.exec_at);
}

TEST(StartLine, AShellThatHasWorkLeftStays) {
  for (const char* text :
       {"a | b", "a || b", "a & b", "a &", "! a", "trap b EXIT; a", "(a)",
        "if a; then b; fi", "cd /", "f() { a; }; f", "$A", "a # b", "A=b"}) {
    const StartLine line = read_start_line(text);
    EXPECT_NE(line.kept_because, "") << text;
    EXPECT_THAT(line.words, IsEmpty()) << text;
    EXPECT_FALSE(line.exec_at) << text;
  }
}

TEST(StartLine, NothingStartsNothing) {
  const StartLine line = read_start_line("  ");
  EXPECT_EQ(line.kept_because, "");
  EXPECT_THAT(line.words, IsEmpty());
  EXPECT_FALSE(line.exec_at);
}

}  // namespace
}  // namespace harden
