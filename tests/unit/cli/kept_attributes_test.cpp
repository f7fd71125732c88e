// What a rewritten file keeps of the one that was there. At commit 0733439 all
// of this but owner and mode was lost without a word.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/files/atomic_file.h"
#include "file_mode.h"
#include "forked.h"
#include "temporary_folder.h"

namespace {

std::atomic<int> umask_calls = 0;
std::atomic<int> synced_folders = 0;

}  // namespace

// In front of the C library's.
extern "C" mode_t umask(mode_t mask) noexcept {
  ++umask_calls;
  return static_cast<mode_t>(syscall(SYS_umask, mask));
}
extern "C" int fsync(int file) {
  struct stat status = {};
  if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) ++synced_folders;
  return static_cast<int>(syscall(SYS_fsync, file));
}

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* access_list = "system.posix_acl_access";
constexpr const char* default_list = "system.posix_acl_default";

// As the kernel has lists (linux/posix_acl_xattr.h): owner rw-, user 65534 and
// group r--, mask r--, others nothing.
std::string list_of_user(std::uint16_t for_user) {
  struct Entry {
    std::uint16_t tag;
    std::uint16_t rights;
    std::uint32_t id;
  };
  constexpr std::uint32_t none = 0xffffffff;
  const std::array<Entry, 5> entries = {{{0x01, 6, none},
                                         {0x02, for_user, 65534},
                                         {0x04, 4, none},
                                         {0x10, 4, none},
                                         {0x20, 0, none}}};
  std::string bytes("\x02\0\0\0", 4);
  bytes.append(reinterpret_cast<const char*>(entries.data()),
               entries.size() * sizeof(Entry));
  return bytes;
}

bool set(const std::string& path, const char* name, const std::string& value) {
  return setxattr(path.c_str(), name, value.data(), value.size(), 0) == 0;
}

std::string value_of(const std::string& path, const char* name) {
  std::string value(1000, '\0');
  const ssize_t size = getxattr(path.c_str(), name, value.data(), value.size());
  value.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return value;
}

TEST(RewrittenFile, KeepsItsAttributes) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  if (!set(path, "user.origin", "a\0b")) {
    GTEST_SKIP() << "skipped: the file system has no attributes";
  }
  EXPECT_THAT(write_file(path, "new"), IsEmpty());
  EXPECT_EQ(value_of(path, "user.origin"), "a\0b");
}

TEST(RewrittenFile, KeepsItsAccessControlList) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  if (!set(path, access_list, list_of_user(4))) {
    GTEST_SKIP() << "skipped: the file system has no access control lists";
  }
  EXPECT_THAT(write_file(path, "new"), IsEmpty());
  EXPECT_EQ(value_of(path, access_list), list_of_user(4));
  EXPECT_EQ(mode_of(path), 0640U);
}

// The folder's list is for new files; the old one let nobody else in.
TEST(RewrittenFile, GetsNoListThatItDidNotHave) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  ASSERT_EQ(chmod(path.c_str(), 0640), 0);
  if (!set(folder.path(), default_list, list_of_user(6))) {
    GTEST_SKIP() << "skipped: the file system has no access control lists";
  }
  EXPECT_THAT(write_file(path, "new"), IsEmpty());
  EXPECT_THAT(value_of(path, access_list), IsEmpty());
  EXPECT_EQ(mode_of(path), 0640U);
  // One that is new has it, as every file that is made there.
  write_file(folder.path("other"), "new");
  EXPECT_EQ(value_of(folder.path("other"), access_list), list_of_user(6));
}

TEST(RewrittenFile, KeepsItsSecurityLabel) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  const std::string label("system_u:object_r:container_file_t:s0\0", 38);
  if (!set(path, "security.selinux", label)) {
    GTEST_SKIP() << "skipped: no right to set security labels here";
  }
  EXPECT_THAT(write_file(path, "new"), IsEmpty());
  EXPECT_EQ(value_of(path, "security.selinux"), label);
}

TEST(RewrittenFile, SaysWhatOnlyRootCanKeep) {
  if (getuid() != 0) GTEST_SKIP() << "skipped: only root can become another";
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  const bool labelled = set(path, "security.SMACK64", "a_t");
  ASSERT_EQ(chmod(path.c_str(), 04666), 0);
  ASSERT_EQ(chmod(folder.path().c_str(), 0777), 0);
  const int status = status_of_fork([&] {
    if (setresgid(65534, 65534, 65534) != 0 ||
        setresuid(65534, 65534, 65534) != 0) {
      return 99;
    }
    const std::string expected =
        path + ": its group" +
        (labelled ? ", its owner and its security label" : " and its owner") +
        " could not be kept; set again what is needed\n";
    return write_file(path, "new") == expected ? 0 : 1;
  });
  EXPECT_EQ(status, 0);
  EXPECT_EQ(folder.read("out"), "new");
  // "Set user ID" was meant for the old owner.
  EXPECT_EQ(mode_of(path), 0666U);
}

TEST(RewrittenFile, SaysThatOtherNamesKeepTheOldContent) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  fs::create_hard_link(path, folder.path("snapshot"));
  EXPECT_EQ(write_file(path, "new"),
            path +
                ": was one of several names of a file (hard links); 1 other "
                "name keeps the old content\n");
  EXPECT_EQ(folder.read("snapshot"), "old");
  EXPECT_EQ(folder.read("out"), "new");
  EXPECT_THAT(write_file(path, "newer"), IsEmpty());
}

// At commit 0733439: "File name too long", of the temporary file.
TEST(AtomicFile, MayHaveTheLongestName) {
  const TemporaryFolder folder;
  const std::string name(255, 'x');
  write_file(folder.path(name), "new");
  write_new_file(folder.path(name), "newer", 0644);
  EXPECT_EQ(folder.read(name), "newer");
  EXPECT_EQ(folder.file_count(), 1U);
}

// The mask belongs to the whole process: at commit 0733439 what another thread
// made in the same moment could be written by everybody.
TEST(AtomicFile, LeavesTheMaskAlone) {
  const TemporaryFolder folder;
  const int before = umask_calls;
  write_file(folder.path("out"), "new");
  write_file(folder.path("out"), "newer");
  EXPECT_EQ(umask_calls, before);
}

// At commit 0733439 a crash of the machine could take the new name back.
TEST(AtomicFile, IsThereToStay) {
  const TemporaryFolder folder;
  const int before = synced_folders;
  write_file(folder.path("out"), "new");
  EXPECT_EQ(synced_folders, before + 1);
  write_new_file(folder.path("out"), "newer", 0644);
  EXPECT_EQ(synced_folders, before + 2);
}

}  // namespace
}  // namespace harden::cli
