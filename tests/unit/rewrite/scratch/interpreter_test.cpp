// What a program of the build context is run by.
#include <gtest/gtest.h>

#include "rewrite/scratch/started_commands.h"

namespace harden {
namespace {

std::string of(const std::string& first_line) {
  CopiedFile file;
  file.text = first_line + "\nmore\n";
  return interpreter_of("/app/serve", file, nullptr);
}

TEST(Interpreter, IsNamedByTheFirstLine) {
  EXPECT_EQ(of("#!/usr/bin/python3"), "python3");
  EXPECT_EQ(of("#! /usr/local/bin/python3.11 -u"), "python3.11");
  EXPECT_EQ(of("#!/usr/bin/env python"), "python");
  EXPECT_EQ(of("#!/usr/bin/env -S python3 -u"), "python3");
  EXPECT_EQ(of("#!/usr/bin/python3\r"), "python3");
}

TEST(Interpreter, IsTheProgramItselfElse) {
  EXPECT_EQ(of("import sys"), "serve");
  EXPECT_EQ(of("#!"), "");
  EXPECT_EQ(of("#!/usr/bin/env"), "env");
}

}  // namespace
}  // namespace harden
