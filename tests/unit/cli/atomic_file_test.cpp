#include "base/files/atomic_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "base/files/file_kind.h"
#include "file_mode.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;

std::string failure(const std::string& path, std::string_view bytes = "x") {
  try {
    write_file(path, bytes);
  } catch (const OutputError& error) {
    return error.what();
  }
  return "nothing";
}

TEST(AtomicFile, WritesANewFileWithTheUsualMode) {
  const TemporaryFolder folder;
  const mode_t old_mask = umask(027);
  write_file(folder.path("out"), "FROM a\n");
  umask(old_mask);
  EXPECT_EQ(folder.read("out"), "FROM a\n");
  EXPECT_EQ(mode_of(folder.path("out")), 0640U);
  EXPECT_EQ(folder.file_count(), 1U);
}

TEST(AtomicFile, KeepsTheModeOfAnExistingFile) {
  const TemporaryFolder folder;
  const auto path = folder.write("out", "old");
  ASSERT_EQ(chmod(path.c_str(), 0751), 0);
  write_file(path, "new");
  EXPECT_EQ(folder.read("out"), "new");
  EXPECT_EQ(mode_of(path), 0751U);
}

TEST(AtomicFile, ReplacesWhatALinkPointsTo) {
  const TemporaryFolder folder;
  folder.write("sub/target", "old");
  fs::create_symlink("sub/target", folder.path("link"));
  write_file(folder.path("link"), "new");
  EXPECT_TRUE(fs::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.read("sub/target"), "new");
}

TEST(AtomicFile, WritesThroughADanglingLink) {
  const TemporaryFolder folder;
  fs::create_symlink("target", folder.path("link"));
  write_file(folder.path("link"), "new");
  EXPECT_TRUE(fs::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.read("target"), "new");
}

TEST(AtomicFile, WritesToDevices) {
  write_file("/dev/null", "gone");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(AtomicFile, NamesWhatIsWrong) {
  const TemporaryFolder folder;
  EXPECT_THAT(failure(folder.path("none/out")),
              EndsWith("the folder " + folder.path("none") +
                       " does not exist; create it first"));
  EXPECT_THAT(failure(folder.path()), HasSubstr("is a directory"));
  EXPECT_THAT(failure(folder.path("new/")), HasSubstr("is a directory"));
  EXPECT_THAT(failure("/dev/full"), HasSubstr("No space left on device"));
  EXPECT_THAT(failure(""), HasSubstr("the name is empty"));
}

// The limit on the size of files stands in for a full disk.
TEST(AtomicFile, LeavesTheOldFileAloneOnFailure) {
  const TemporaryFolder folder;
  folder.write("out", "old");
  rlimit old_limit = {};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old_limit), 0);
  const rlimit small = {1000, old_limit.rlim_max};
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto said = failure(folder.path("out"), std::string(5000, 'x'));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &old_limit), 0);
  signal(SIGXFSZ, old_handler);
  EXPECT_THAT(said, HasSubstr("File too large"));
  EXPECT_EQ(folder.read("out"), "old");
  EXPECT_EQ(folder.file_count(), 1U);
}

TEST(AtomicFile, KnowsTheSameFileByAnyName) {
  const TemporaryFolder folder;
  const auto path = folder.write("in", "x");
  fs::create_symlink("in", folder.path("soft"));
  fs::create_hard_link(path, folder.path("hard"));
  folder.write("other", "x");
  EXPECT_TRUE(is_same_file(path, folder.path("./in")));
  EXPECT_TRUE(is_same_file(path, folder.path("soft")));
  EXPECT_TRUE(is_same_file(path, folder.path("hard")));
  EXPECT_FALSE(is_same_file(path, folder.path("other")));
  EXPECT_FALSE(is_same_file(path, folder.path("missing")));
  EXPECT_FALSE(is_same_file("/dev/null", "/dev/null"));
}

}  // namespace
}  // namespace harden::cli
