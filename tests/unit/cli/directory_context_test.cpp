#include "cli/search/directory_context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

std::vector<std::string> paths(const DirectoryContext& context,
                               std::string_view below,
                               std::size_t limit = 100) {
  std::vector<std::string> result;
  for (const auto& entry : context.list(below, limit)) {
    result.push_back(entry.path);
  }
  return result;
}

TEST(DirectoryContext, FindsFilesAndFolders) {
  const TemporaryFolder folder;
  const auto script = folder.write("bin/start.sh", "#!/bin/sh\n");
  ASSERT_EQ(chmod(script.c_str(), 0700), 0);
  const DirectoryContext context(folder.path(), "");
  const auto found = context.find("./bin//start.sh");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->path, "bin/start.sh");
  EXPECT_EQ(found->mode, 0700U);
  EXPECT_FALSE(found->directory);
  EXPECT_TRUE(context.find("bin")->directory);
  EXPECT_TRUE(context.find(".")->directory);
  EXPECT_TRUE(context.find("../../bin/start.sh")) << "stops at the root";
  EXPECT_FALSE(context.find("bin/stop.sh"));
}

TEST(DirectoryContext, ReadsWithinTheLimit) {
  const TemporaryFolder folder;
  folder.write("a", "12345");
  const DirectoryContext context(folder.path(), "");
  EXPECT_EQ(context.read("a", 5), "12345");
  EXPECT_EQ(context.read("a", 4), std::nullopt);
  EXPECT_EQ(context.read(".", 100), std::nullopt);
  EXPECT_EQ(context.read("b", 100), std::nullopt);
}

TEST(DirectoryContext, ListsInOneOrderUpToTheLimit) {
  const TemporaryFolder folder;
  folder.write("b/2", "");
  folder.write("b/1", "");
  folder.write("a/x/y", "");
  folder.write("c", "");
  const DirectoryContext context(folder.path(), "");
  EXPECT_THAT(paths(context, ""),
              ElementsAre("a", "b", "c", "a/x", "a/x/y", "b/1", "b/2"));
  EXPECT_THAT(paths(context, "b"), ElementsAre("b/1", "b/2"));
  EXPECT_THAT(paths(context, "", 2), ElementsAre("a", "b"));
}

TEST(DirectoryContext, NeverFollowsLinksOut) {
  const TemporaryFolder outside;
  outside.write("secret", "s");
  const TemporaryFolder folder;
  folder.write("inside", "i");
  fs::create_symlink(outside.path("secret"), folder.path("file"));
  fs::create_symlink(outside.path(), folder.path("folder"));
  fs::create_symlink("inside", folder.path("fine"));
  fs::create_symlink(".", folder.path("circle"));
  const DirectoryContext context(folder.path(), "");
  EXPECT_FALSE(context.find("file"));
  EXPECT_EQ(context.read("folder/secret", 10), std::nullopt);
  EXPECT_EQ(context.read("fine", 10), "i");
  EXPECT_THAT(paths(context, ""), ElementsAre("circle", "fine", "inside"));
}

TEST(DirectoryContext, FollowsLinksInside) {
  const TemporaryFolder folder;
  folder.write("real/deep/file", "f");
  fs::create_symlink("real/deep", folder.path("short"));
  fs::create_symlink("../real", folder.path("real/again"));
  const TemporaryFolder elsewhere;
  fs::create_symlink(folder.path(), elsewhere.path("context"));
  const DirectoryContext context(elsewhere.path("context"), "");
  EXPECT_EQ(context.read("real/deep/file", 10), "f");
  EXPECT_EQ(context.read("short/file", 10), "f");
  EXPECT_EQ(context.read("real/again/deep/file", 10), "f");
  EXPECT_EQ(context.read("/../short/./file", 10), "f");
  EXPECT_FALSE(context.find("short/file/below"));
  EXPECT_FALSE(context.find("short/other"));
}

TEST(DirectoryContext, HasNoSpecialFiles) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const DirectoryContext context(folder.path(), "");
  EXPECT_FALSE(context.find("pipe"));
  EXPECT_EQ(context.read("pipe", 10), std::nullopt);
}

TEST(DirectoryContext, LeavesOutWhatTheIgnoreFileNames) {
  const TemporaryFolder folder;
  folder.write(".dockerignore", "secret\ndocs\n!docs/README.md\n");
  folder.write("secret", "s");
  folder.write("docs/README.md", "r");
  folder.write("docs/other.md", "o");
  fs::create_symlink("secret", folder.path("link"));
  const DirectoryContext context(folder.path(), "");
  EXPECT_FALSE(context.find("secret"));
  EXPECT_FALSE(context.find("link"));
  EXPECT_FALSE(context.find("docs/other.md"));
  EXPECT_EQ(context.read("docs/README.md", 10), "r");
  EXPECT_TRUE(context.find("docs")) << "for the sake of its README";
  EXPECT_THAT(paths(context, "docs"), ElementsAre("docs/README.md"));
}

TEST(DirectoryContext, PrefersTheIgnoreFileOfTheDockerfile) {
  const TemporaryFolder folder;
  folder.write(".dockerignore", "a\n");
  folder.write("build/web.Dockerfile.dockerignore", "b\n");
  folder.write("a", "");
  folder.write("b", "");
  const DirectoryContext context(folder.path(),
                                 folder.path("build/web.Dockerfile"));
  EXPECT_TRUE(context.find("a"));
  EXPECT_FALSE(context.find("b"));
}

TEST(DirectoryContext, NamesAWiderContext) {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("docker/app/go.sh", "");
  folder.write("go.sh", "");
  const std::string root = folder.path();
  const DirectoryContext context(folder.path("docker/app"), "");
  EXPECT_EQ(context.wider_context("docker/app/go.sh"), root);
  EXPECT_EQ(context.wider_context("./go.sh"), root);
  EXPECT_EQ(context.wider_context("../../go.sh"), root);
  EXPECT_EQ(context.wider_context("app/go.sh"), folder.path("docker"));
  EXPECT_EQ(context.wider_context("docker"), "") << "a folder";
  EXPECT_EQ(context.wider_context("missing"), "");
}

TEST(DirectoryContext, LooksForNoWiderContextBeyondTheRepository) {
  const TemporaryFolder folder;
  folder.write("go.sh", "");
  folder.write("repository/.git/HEAD", "");
  folder.write("repository/docker/x", "");
  EXPECT_EQ(DirectoryContext(folder.path("repository/docker"), "")
                .wider_context("go.sh"),
            "");
  EXPECT_EQ(
      DirectoryContext(folder.path("repository"), "").wider_context("go.sh"),
      "");
}

TEST(DirectoryContext, IsEmptyForAMissingFolder) {
  const DirectoryContext context("/nonexistent/folder", "");
  EXPECT_FALSE(context.find("."));
  EXPECT_THAT(paths(context, ""), ElementsAre());
}

}  // namespace
}  // namespace harden::cli
