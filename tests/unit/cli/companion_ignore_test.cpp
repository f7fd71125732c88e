#include "cli/companion_ignore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

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
    return copy_ignore_file(dockerfile, output, folder.path());
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
  EXPECT_EQ(copy_ignore_file(project.dockerfile, output, project.folder.path()),
            "");
  EXPECT_EQ(elsewhere.file_count(), 1U);
  EXPECT_EQ(
      copy_ignore_file(project.dockerfile, "/dev/null", project.folder.path()),
      "");
}

}  // namespace
}  // namespace harden::cli
