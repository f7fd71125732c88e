#include <gtest/gtest.h>

#include "image/start/program_kinds.h"

namespace {

using harden::find_root_program;

TEST(RootPrograms, AreThoseThatAlwaysNeedIt) {
  for (const char* program : {"sshd", "/usr/sbin/crond", "apt-get", "chown",
                              "mount", "sysctl", "systemctl"}) {
    ASSERT_NE(find_root_program(program), nullptr) << program;
    EXPECT_FALSE(find_root_program(program)->reason.empty()) << program;
    EXPECT_FALSE(find_root_program(program)->remedy.empty()) << program;
  }
  for (const char* program :
       {"node", "echo", "mkdir", "ip", "hostname", "gosu", "/init", ""}) {
    EXPECT_EQ(find_root_program(program), nullptr) << program;
  }
}

TEST(RootPrograms, StepDown) {
  EXPECT_TRUE(harden::steps_down("/usr/local/bin/gosu"));
  EXPECT_TRUE(harden::steps_down("setuidgid"));
  EXPECT_FALSE(harden::steps_down("env"));
}

}  // namespace
