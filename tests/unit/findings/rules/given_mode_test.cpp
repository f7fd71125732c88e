#include "findings/modes/given_mode.h"

#include <gtest/gtest.h>

#include "command/shell_commands.h"

namespace harden::rule {
namespace {

TEST(AddedBits, OfOctalModes) {
  EXPECT_TRUE(added_bits("4755").set_uid);
  EXPECT_TRUE(added_bits("06755").set_gid);
  EXPECT_FALSE(added_bits("0755").set_uid);
  EXPECT_TRUE(added_bits("777").others_write);
  EXPECT_TRUE(added_bits("1777").sticky);
  EXPECT_FALSE(added_bits("775").others_write);
}

TEST(AddedBits, OfSymbolicModes) {
  EXPECT_TRUE(added_bits("a+x,u+s").set_uid);
  EXPECT_TRUE(added_bits("+s").set_gid);
  EXPECT_FALSE(added_bits("u-s").set_uid);
  EXPECT_FALSE(added_bits("g+s").set_uid);
  EXPECT_TRUE(added_bits("ugo=rwx").others_write);
  EXPECT_FALSE(added_bits("o+r-w").others_write);
  // The umask has a say.
  EXPECT_FALSE(added_bits("+w").others_write);
}

bool clears(const char* text) {
  const auto commands = shell_commands(text);
  Calls calls;
  calls.add(0, commands);
  return clears_all_set_ids(calls.all().at(0));
}

TEST(ClearsAllSetIds, ReadsFindAsAShellGivesIt) {
  EXPECT_TRUE(clears("find / -xdev -perm /6000 -type f -exec chmod a-s {} +"));
  EXPECT_TRUE(clears("find / -perm +4000 -exec rm {} ';'"));
  EXPECT_TRUE(clears("find / -perm -u=s -print0 | xargs -0 chmod a-s"));
  EXPECT_FALSE(clears("find / -perm 0644 -exec chmod a-s {} +"));
  EXPECT_FALSE(clears("find / -perm /6000 -exec ls {} +"));
  EXPECT_FALSE(clears("echo find / -perm /6000"));
}

}  // namespace
}  // namespace harden::rule
