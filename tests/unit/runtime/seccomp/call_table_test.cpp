// Numbers of templates/seccomp/calls.json against libseccomp's.
#include "runtime/seccomp/call_table.h"

#include <gtest/gtest.h>
#include <seccomp.h>

namespace harden::seccomp {
namespace {

TEST(CallTable, AgreesWithLibseccomp) {
  struct Column {
    std::uint32_t architecture;
    std::int32_t CallRow::*number;
  };
  const Column columns[] = {{SCMP_ARCH_X86_64, &CallRow::amd64},
                            {SCMP_ARCH_AARCH64, &CallRow::arm64},
                            {SCMP_ARCH_ARM, &CallRow::arm}};
  int compared = 0;
  for (const CallRow& row : tables.calls) {
    for (const Column& column : columns) {
      const int theirs = seccomp_syscall_resolve_name_arch(
          column.architecture, std::string(row.name).c_str());
      if (theirs == __NR_SCMP_ERROR) continue;  // newer than libseccomp
      ++compared;
      EXPECT_EQ(row.*column.number, theirs < 0 ? -1 : theirs) << row.name;
    }
  }
  EXPECT_GT(compared, 1200);
}

TEST(CallTable, FindsNamesAndNumbers) {
  EXPECT_EQ(number_of("read", "amd64"), 0);
  EXPECT_EQ(number_of("read", "arm64"), 63);
  EXPECT_EQ(number_of("open", "arm64"), -1);
  EXPECT_EQ(number_of("mseal", "amd64"), 462);
  EXPECT_EQ(find_call("pread"), nullptr);
  EXPECT_EQ(name_of(59, "amd64"), "execve");
  EXPECT_EQ(name_of(9999, "amd64"), "system call 9999");
}

}  // namespace
}  // namespace harden::seccomp
