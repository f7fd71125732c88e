#include "analysis/start_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace harden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StartLine, PlainWordsAreOneProgram) {
  const StartLine line = read_start_line("node 'a b' \"c\\\"d\" e\\ f");
  EXPECT_THAT(line.argv, ElementsAre("node", "a b", "c\"d", "e f"));
  EXPECT_THAT(read_start_line("exec node x").argv, ElementsAre("node", "x"));
}

TEST(StartLine, WhatTheShellReplacesIsNoPlainWord) {
  for (const char* text : {"x $A", "x ${A}", "x *.a", "x ~/a", "x {a,b}",
                           "x `y`", "x $(y)", "x > y", "A=b x", "x; y"}) {
    EXPECT_THAT(read_start_line(text).argv, IsEmpty()) << text;
    EXPECT_NE(read_start_line(text).with_exec, "") << text;
  }
  EXPECT_THAT(read_start_line("x '*' \"~\" \\$A").argv,
              ElementsAre("x", "*", "~", "$A"));
}

TEST(StartLine, ExecComesBeforeTheLastProgram) {
  EXPECT_EQ(read_start_line("cd /a && A=b x $C >y").with_exec,
            "cd /a && A=b exec x $C >y");
  EXPECT_EQ(read_start_line("a || b; x $C").with_exec, "a || b; exec x $C");
  const StartLine line = read_start_line("cd /a && exec x $C");
  EXPECT_TRUE(line.has_exec);
  EXPECT_EQ(line.with_exec, "");
}

TEST(StartLine, AShellThatHasWorkLeftStays) {
  for (const char* text :
       {"a | b", "a || b", "a & b", "a &", "! a", "trap b EXIT; a", "(a)",
        "if a; then b; fi", "cd /", "f() { a; }; f", "$A", "a # b", "A=b"}) {
    const StartLine line = read_start_line(text);
    EXPECT_NE(line.kept_because, "") << text;
    EXPECT_THAT(line.argv, IsEmpty()) << text;
    EXPECT_EQ(line.with_exec, "") << text;
  }
}

TEST(StartLine, NothingStartsNothing) {
  const StartLine line = read_start_line("  ");
  EXPECT_EQ(line.kept_because, "");
  EXPECT_THAT(line.argv, IsEmpty());
  EXPECT_EQ(line.with_exec, "");
}

}  // namespace
}  // namespace harden
