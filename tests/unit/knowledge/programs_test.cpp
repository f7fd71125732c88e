#include "knowledge/programs.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(Programs, ShellsGoByTheirBaseName) {
  EXPECT_TRUE(is_shell("sh"));
  EXPECT_TRUE(is_shell("/usr/local/bin/bash"));
  EXPECT_TRUE(is_shell("/bin/mksh"));
  EXPECT_FALSE(is_shell("/usr/bin/python3"));
  EXPECT_FALSE(is_shell("fish"));
  EXPECT_FALSE(is_shell(""));
}

TEST(Programs, BusyboxIsAShellUnderAnotherName) {
  EXPECT_FALSE(is_shell("busybox"));
  EXPECT_TRUE(may_be_shell("/bin/busybox"));
  EXPECT_TRUE(is_multi_call("toybox"));
}

TEST(Programs, InitsAreWrappersMadeToBeFirst) {
  EXPECT_TRUE(is_init("/usr/bin/tini-static"));
  EXPECT_TRUE(is_init("catatonit"));
  EXPECT_FALSE(is_init("env"));
  EXPECT_FALSE(is_init("systemd"));
}

TEST(Programs, SomeStayInFrontOfTheProgramThatTheyStepDownFor) {
  EXPECT_TRUE(waits_for_program("/bin/su"));
  EXPECT_TRUE(waits_for_program("doas"));
  EXPECT_FALSE(waits_for_program("gosu"));
  EXPECT_FALSE(waits_for_program("server"));
}

}  // namespace
}  // namespace harden
