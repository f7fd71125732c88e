#include "cli/search/context_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/files/atomic_file.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* start_script =
    "#!/bin/sh\n# Written by harden from run.sh\nexec a\n";

std::vector<NewFile> one(std::string path, std::string bytes = start_script) {
  return {{std::move(path), "docker/run.sh", std::move(bytes), 0755}};
}

std::vector<std::string> write_all(const std::vector<NewFile>& files,
                                   const std::string& context) {
  std::vector<std::string> written;
  ContextFiles(files, context).write([&](const std::string& path) {
    written.push_back(path);
  });
  return written;
}

std::string refusal(const std::vector<NewFile>& files,
                    const std::string& context) {
  try {
    write_all(files, context);
  } catch (const OutputError& error) {
    return error.what();
  }
  return {};
}

class ContextFilesTest : public testing::Test {
 protected:
  ContextFilesTest() { folder_.write("docker/run.sh", "#!/bin/sh\n"); }
  TemporaryFolder folder_;
};

TEST_F(ContextFilesTest, AreWrittenWithTheirMode) {
  EXPECT_THAT(write_all(one("docker/run.secure.sh"), folder_.path()),
              ElementsAre(folder_.path("docker/run.secure.sh")));
  EXPECT_EQ(folder_.read("docker/run.secure.sh"), start_script);
  struct stat status = {};
  ASSERT_EQ(stat(folder_.path("docker/run.secure.sh").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0755U);
}

TEST_F(ContextFilesTest, AreNotWrittenTwice) {
  write_all(one("docker/run.secure.sh"), folder_.path());
  EXPECT_THAT(write_all(one("docker/run.secure.sh"), folder_.path()),
              IsEmpty());
}

TEST_F(ContextFilesTest, ReplaceWhatHardenWrote) {
  const std::string other = std::string(start_script) + "# changed\n";
  folder_.write("run.secure.sh", other);
  EXPECT_EQ(write_all(one("run.secure.sh"), folder_.path()).size(), 1U);
  EXPECT_EQ(folder_.read("run.secure.sh"), start_script);
}

TEST_F(ContextFilesTest, LeaveTheUsersAlone) {
  const auto mine = folder_.write("run.secure.sh", "#!/bin/sh\necho mine\n");
  std::vector<NewFile> files = one("docker/first.sh");
  files.push_back(one("run.secure.sh").front());
  EXPECT_THAT(refusal(files, folder_.path()),
              HasSubstr(mine + ": is there already"));
  EXPECT_EQ(folder_.read("run.secure.sh"), "#!/bin/sh\necho mine\n");
  EXPECT_FALSE(fs::exists(folder_.path("docker/first.sh")))
      << "nothing at all is written";
}

TEST_F(ContextFilesTest, StayInTheContext) {
  const TemporaryFolder elsewhere;
  fs::create_symlink(elsewhere.path(), folder_.path("out"));
  EXPECT_THAT(refusal(one("out/run.sh"), folder_.path()),
              HasSubstr("outside of the build context"));
  fs::create_symlink(elsewhere.path("x"), folder_.path("link.sh"));
  EXPECT_THAT(refusal(one("link.sh"), folder_.path()),
              HasSubstr("is there already"));
  EXPECT_THAT(refusal(one("run.sh"), ""), HasSubstr("--context"));
  EXPECT_EQ(elsewhere.file_count(), 0U);
  write_all(one("../../up.sh"), folder_.path());
  EXPECT_EQ(folder_.read("up.sh"), start_script);
}

TEST_F(ContextFilesTest, NeedAFolderThatIsThere) {
  EXPECT_NE(refusal(one("missing/run.sh"), folder_.path()), "");
}

TEST(IsWrittenByHarden, LooksAtTheMarksLineOnly) {
  EXPECT_TRUE(is_written_by_harden(start_script));
  EXPECT_TRUE(is_written_by_harden("# Written by harden from a\n"));
  EXPECT_FALSE(is_written_by_harden("#!/bin/sh\n\n# Written by harden from a"));
  EXPECT_FALSE(is_written_by_harden("#!/bin/sh\necho Written by harden from"));
  EXPECT_FALSE(is_written_by_harden("#!/bin/sh"));
  EXPECT_FALSE(is_written_by_harden(""));
}

}  // namespace
}  // namespace harden::cli
