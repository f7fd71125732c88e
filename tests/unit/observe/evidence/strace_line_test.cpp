#include "observe/evidence/strace_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace harden::evidence {
namespace {

using Outcome = StraceCall::Outcome;

std::string name_in(std::string_view line) {
  const auto call = read_strace_line(line);
  return call ? std::string(call->name) : "none";
}
Outcome outcome_in(std::string_view line) {
  return read_strace_line(line).value().outcome;
}

TEST(StraceLine, PrefixesOfAllOptionsAreSkipped) {
  for (const char* line :
       {"openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "[pid 12345] openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "[pid    12] openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "[pid 12<my [odd] name>] openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12345 openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12    openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12<sh> openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12:00:01 openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12 12:00:01.123456 openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12 1700000000.123456 openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "     0.000123 openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "12:00:01.123456 (+     0.000123) openat(AT_FDCWD, \"/a\") = 3",
        "[00007f584f52bad7] openat(AT_FDCWD, \"/a\", O_RDONLY) = 3",
        "7<sh>      0.000459 [ 257] [00007f584f52bad7] openat(0) = 3"}) {
    EXPECT_EQ(name_in(line), "openat") << line;
  }
}

TEST(StraceLine, UnfinishedAndResumedCalls) {
  EXPECT_EQ(outcome_in("12 wait4(-1,  <unfinished ...>"), Outcome::open);
  EXPECT_EQ(name_in("12 <... wait4 resumed>0x7ffd, 0, NULL) = 13"), "wait4");
  EXPECT_EQ(name_in("[pid 1] <... futex resumed>) = ? ERESTARTSYS (To be "
                    "restarted if SA_RESTART is set)"),
            "futex");
  EXPECT_EQ(outcome_in("12 <... clone3 resumed>) = -1 ENOSYS (Function not "
                       "implemented)"),
            Outcome::refused);
  EXPECT_EQ(outcome_in("12 exit_group(0)   = ?"), Outcome::open);
}

TEST(StraceLine, WhatIsNoCall) {
  for (const char* line :
       {"", " ", "12", "12 ", "[pid 12] ", "[pid 12", "(", "<... ",
        "<... wait4", "--- SIGCHLD {si_signo=SIGCHLD} ---",
        "12 --- SIGTERM {si_signo=SIGTERM, si_code=SI_USER} ---",
        "12 +++ exited with 0 +++", "+++ killed by SIGKILL +++",
        "strace: Process 12 attached", "hello", "Listening on 0.0.0.0:80 (tcp)",
        " > /lib/libc.so.6(open+0x10) [0x10]", "openat = 3",
        "nginx: [emerg] bind() to 0.0.0.0:80 failed"}) {
    EXPECT_EQ(name_in(line), "none") << line;
  }
}

TEST(StraceLine, ErrorsInArgumentsAreNoErrors) {
  for (const char* line :
       {R"x(write(1, "= -1 EPERM (Operation not permitted)", 36) = 36)x",
        R"x(read(3, ") = -1 ENOSYS (x)", 9) = 2 (in))x",
        R"x(write(1</a) = -1 EPERM (b)>, "\"", 1) = 1)x",
        R"x(access("/x") = -1 ENOENT (No such file))x",
        R"x(dup(3</a>) = 4</a>)x"}) {
    EXPECT_EQ(outcome_in(line), Outcome::returned) << line;
  }
  EXPECT_EQ(outcome_in("setgroups(0, NULL) = -1 EPERM (Operation not "
                       "permitted) <0.000012>"),
            Outcome::refused);
}

TEST(StraceLine, MessagesOfProgramsAreDoubtful) {
  EXPECT_TRUE(read_strace_line("connect() failed")->is_doubtful);
  EXPECT_FALSE(read_strace_line("getpid() = 7")->is_doubtful);
  EXPECT_FALSE(read_strace_line("write(1, \"hello\\n\", 6hello")->is_doubtful);
}

TEST(StraceLine, ProcessesOf32BitsAreSeen) {
  EXPECT_TRUE(tells_32_bit("[ Process PID=7 runs in 32 bit mode. ]"));
  EXPECT_TRUE(tells_32_bit("System call usage summary for 32 bit mode:"));
  EXPECT_FALSE(tells_32_bit("[ Process PID=7 runs in 64 bit mode. ]"));
}

}  // namespace
}  // namespace harden::evidence
