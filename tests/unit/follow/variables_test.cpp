#include "follow/variables.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

std::string text(const ShellVariables& variables, std::string_view name) {
  const Value* found = variables.find(name);
  if (found == nullptr) return "(not set)";
  return found->known ? found->text : "(unknown)";
}

TEST(ShellVariables, ACopyIsAVariableOfItsOwn) {
  ShellVariables one;
  one.set("A", Value::of("1"));
  ShellVariables two = one;
  EXPECT_EQ(one, two);
  two.set("A", Value::of("2"));
  two.set("B", Value::of("3"));
  EXPECT_EQ(text(one, "A"), "1");
  EXPECT_EQ(text(one, "B"), "(not set)");
  EXPECT_EQ(text(two, "A"), "2");
  one.set("A", Value::of("4"));
  EXPECT_EQ(text(two, "A"), "2");
}

TEST(ShellVariables, WhatTwoPathsDoNotAgreeOnIsUnknown) {
  ShellVariables before;
  before.set("SAME", Value::of("s"));
  ShellVariables one = before;
  one.set("DIFFERS", Value::of("1"));
  one.set("ONLY_HERE", Value::of("1"));
  ShellVariables two = before;
  two.set("DIFFERS", Value::of("2"));
  two.set("ONLY_THERE", Value::of("2"));
  one.merge(two);
  EXPECT_EQ(text(one, "SAME"), "s");
  EXPECT_EQ(text(one, "DIFFERS"), "(unknown)");
  EXPECT_EQ(text(one, "ONLY_HERE"), "(unknown)");
  EXPECT_EQ(text(one, "ONLY_THERE"), "(unknown)");
  EXPECT_EQ(text(two, "DIFFERS"), "2") << "the other path keeps its own";
}

TEST(ShellVariables, MeetWhatNeverSetAny) {
  ShellVariables none;
  ShellVariables some;
  some.set("A", Value::of("1"));
  none.merge(some);
  EXPECT_EQ(text(none, "A"), "(unknown)");
  some.merge(ShellVariables());
  EXPECT_EQ(text(some, "A"), "(unknown)");
  EXPECT_EQ(ShellVariables(), ShellVariables());
  EXPECT_FALSE(none == ShellVariables());
}

}  // namespace
}  // namespace harden
