#include "observe/evidence/audit_line.h"

#include <gtest/gtest.h>

namespace harden::evidence {
namespace {

TEST(AuditLine, TheKernelsOwnForm) {
  const auto call = read_audit_line(
      "[ 12.3] audit: type=1326 audit(1700000000.123:45): auid=4294967295 "
      "uid=10001 gid=10001 ses=4294967295 pid=7 comm=\"api\" exe=\"/api\" "
      "sig=0 arch=c000003e syscall=257 compat=0 ip=0x4 code=0x7ffc0000");
  ASSERT_TRUE(call);
  EXPECT_EQ(call->architecture, 0xc000003eU);
  EXPECT_EQ(call->number, 257U);
}

TEST(AuditLine, AuditdAndResolvedNames) {
  EXPECT_EQ(read_audit_line("type=SECCOMP msg=audit(1.2:3): arch=c00000b7 "
                            "syscall=56 compat=0")
                ->number,
            56U);
  EXPECT_EQ(read_audit_line("type=SYSCALL msg=audit(1.2:3): arch=x86_64 "
                            "syscall=openat success=yes")
                ->name,
            "openat");
  // The enriched form has the names once more behind a separator.
  EXPECT_EQ(read_audit_line("type=SECCOMP msg=audit(1.2:3): arch=c000003e "
                            "syscall=0 code=0x1\x1d"
                            "ARCH=x86_64 SYSCALL=read")
                ->number,
            0U);
}

TEST(AuditLine, OthersAreNone) {
  for (const char* line :
       {"", "type=1326 audit(1.2:3): pid=1",
        "type=1400 audit(1.2:3): syscall=1",
        "type=1326 audit(1.2:3): arch=zz syscall=1",
        "type=1326 audit(1.2:3): arch=c000003e syscall=99999999999999",
        "type=1326 audit(1.2:3): xsyscall=1"}) {
    const auto call = read_audit_line(line);
    EXPECT_FALSE(call && call->name.empty()) << line;
  }
}

TEST(AuditLine, WordsInNamesAreNotBelieved) {
  // Quoted by the kernel, a name with a blank is printed in hexadecimal.
  EXPECT_EQ(read_audit_line("type=1326 audit(1.2:3): comm=\"asyscall=1\" "
                            "arch=c000003e syscall=2")
                ->number,
            2U);
}

}  // namespace
}  // namespace harden::evidence
