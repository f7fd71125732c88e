#include "cli/search/companion_ignore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/search/ignore_file.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::HasSubstr;

struct Project {
  TemporaryFolder folder;
  std::string dockerfile = folder.write("web.df", "FROM a\n");
  std::string ignore = folder.write("web.df.dockerignore", "secret\n");
  std::string output = folder.write("web.secure", "FROM a\nUSER 1:1\n");

  std::string copy() const {
    return write_ignore_file({dockerfile, output, folder.path()}, {});
  }
};

TEST(CompanionIgnore, FollowsTheOutput) {
  const Project project;
  EXPECT_THAT(project.copy(), HasSubstr("builds from the same context"));
  EXPECT_EQ(project.folder.read("web.secure.dockerignore"), "secret\n");
  EXPECT_EQ(project.copy(), "") << "already equal";
}

TEST(CompanionIgnore, LeavesADifferentOneAlone) {
  const Project project;
  project.folder.write("web.secure.dockerignore", "other\n");
  EXPECT_THAT(project.copy(), HasSubstr("is left as it is"));
  EXPECT_EQ(project.folder.read("web.secure.dockerignore"), "other\n");
}

TEST(CompanionIgnore, DoesNothingWithoutOneOfItsOwn) {
  const Project project;
  std::filesystem::remove(project.ignore);
  EXPECT_EQ(project.copy(), "");
}

TEST(CompanionIgnore, DoesNothingOutsideTheContext) {
  const Project project;
  const TemporaryFolder elsewhere;
  const auto output = elsewhere.write("web.secure", "FROM a\n");
  const std::string context = project.folder.path();
  EXPECT_EQ(write_ignore_file({project.dockerfile, output, context}, {}), "");
  EXPECT_EQ(elsewhere.file_count(), 1U);
  EXPECT_EQ(write_ignore_file({project.dockerfile, "/dev/null", context}, {}),
            "");
}

// A context in which only `src` is let in.
struct AllowList {
  TemporaryFolder folder;
  std::string dockerfile = folder.write("Dockerfile", "FROM a\n");
  std::string ignore = folder.write(".dockerignore", "*\n!src");
  std::string output = folder.write("Dockerfile.secure", "FROM a\n");
  std::vector<NewFile> files = {{"docker/run.secure.sh", "docker/run.sh", ""}};

  std::string write(bool comments = true) const {
    return write_ignore_file({dockerfile, output, folder.path(), comments},
                             files);
  }
  std::string written() const {
    return folder.read("Dockerfile.secure.dockerignore");
  }
};

TEST(CompanionIgnore, LetsNewFilesIn) {
  const AllowList project;
  EXPECT_THAT(project.write(), HasSubstr("lets in what"));
  EXPECT_EQ(project.written(),
            "*\n!src\n# What the hardened file needs (by harden)\n"
            "!docker/run.secure.sh\n");
  EXPECT_EQ(project.write(), "") << "a second time";
  EXPECT_EQ(project.folder.read(".dockerignore"), "*\n!src");
}

TEST(CompanionIgnore, LetsNewFilesInWithoutAComment) {
  const AllowList project;
  project.folder.write(".dockerignore", "*\r\n!src\r\n");
  project.write(false);
  EXPECT_EQ(project.written(), "*\r\n!src\r\n!docker/run.secure.sh\r\n");
}

TEST(CompanionIgnore, WritesNothingWhereNewFilesAreLetIn) {
  const AllowList project;
  project.folder.write(".dockerignore", "*\n!docker\n");
  EXPECT_EQ(project.write(), "");
  EXPECT_EQ(project.folder.file_count(), 3U);
}

// At 0733439 `#out.d` became a comment, and a blank at the end was trimmed.
TEST(CompanionIgnore, LeavesABundleOfAnyNameOut) {
  for (const std::string name : {"#out.d", "!out.d", " out.d", "out.d ",
                                 "out\n.d", "[out].d", "o\\ut.d", "*"}) {
    const TemporaryFolder folder;
    const std::string output = folder.write("Dockerfile.secure", "FROM a\n");
    std::filesystem::create_directory(folder.path(name));
    write_ignore_file({"", output, folder.path(), true, folder.path(name)}, {});
    const std::string text = folder.read("Dockerfile.secure.dockerignore");
    EXPECT_TRUE(IgnoreFile(text).excludes(name + "/run.sh")) << text;
    EXPECT_FALSE(IgnoreFile(text).excludes("src/main.c")) << text;
  }
}

TEST(CompanionIgnore, TellsWhatToAddToOneThatIsThere) {
  const AllowList project;
  project.folder.write("Dockerfile.secure.dockerignore", "docker\n");
  EXPECT_THAT(project.write(),
              HasSubstr("leaves out what the hardened file needs; add to it: "
                        "!docker/run.secure.sh"));
  EXPECT_EQ(project.written(), "docker\n");
}

TEST(CompanionIgnore, TellsWhatToAddForStandardOutput) {
  const AllowList project;
  EXPECT_THAT(write_ignore_file({project.dockerfile, "", project.folder.path()},
                                project.files),
              HasSubstr("add to it: !docker/run.secure.sh"));
  EXPECT_EQ(project.folder.file_count(), 3U);
}

// The Dockerfile's own ignore file counts alone.
TEST(CompanionIgnore, TakesTheIgnoreFileInForce) {
  const AllowList project;
  project.folder.write("Dockerfile.dockerignore", "docker\nsecret\n");
  project.write(false);
  EXPECT_EQ(project.written(), "docker\nsecret\n!docker/run.secure.sh\n");
}

// In place the ignore file is the user's own.
TEST(CompanionIgnore, LeavesTheOneOfAFileRewrittenInPlace) {
  const AllowList project;
  const std::string own =
      project.folder.write("Dockerfile.dockerignore", "docker\n");
  EXPECT_THAT(write_ignore_file({project.dockerfile, project.dockerfile,
                                 project.folder.path()},
                                project.files),
              HasSubstr("add to it: !docker/run.secure.sh"));
  EXPECT_EQ(project.folder.read("Dockerfile.dockerignore"), "docker\n");
}

}  // namespace
}  // namespace harden::cli
