// Which files are found in trees of which git, the shell and the disk are the
// judges.
#include "cli/search/file_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using Words = std::vector<std::string>;

class FileSearch : public testing::Test {
 protected:
  Words paths(const Words& arguments) {
    Words result;
    found_ = find_files(arguments);
    for (const auto& it : found_.files) result.push_back(shown(it.path));
    return result;
  }
  // Without the folder's path in front.
  std::string shown(const std::string& path) const {
    const std::string root = folder_.path() + "/";
    return path.starts_with(root) ? path.substr(root.size()) : path;
  }
  void touch(const Words& names) const {
    for (const auto& it : names) folder_.write(it, "FROM scratch\n");
  }
  std::string at(const std::string& name) const { return folder_.path(name); }

  TemporaryFolder folder_;
  FoundFiles found_;
};

TEST_F(FileSearch, KnowsTheNamesOfDockerfiles) {
  for (const char* name : {"Dockerfile", "dockerfile", "Containerfile",
                           "Dockerfile.dev", "api.Dockerfile", "api.dockerfile",
                           "Containerfile.x", "x.Containerfile"}) {
    EXPECT_TRUE(is_dockerfile_name(name)) << name;
  }
  for (const char* name :
       {"Dockerfile.dockerignore", "Dockerfiles", "MyDockerfile", "Dockerfile~",
        ".dockerignore", "Dockerfile_x", "x.Dockerfile.containerignore"}) {
    EXPECT_FALSE(is_dockerfile_name(name)) << name;
  }
}

TEST_F(FileSearch, TakesWhatIsNamed) {
  touch({"x"});
  EXPECT_THAT(paths({at("x"), at("missing"), "-"}),
              ElementsAre("x", "missing", "-"));
  EXPECT_EQ(found_.files[0].by, FoundFile::By::name);
  EXPECT_THAT(found_.failures, IsEmpty());
}

TEST_F(FileSearch, WalksFoldersInOrder) {
  touch({"b/Dockerfile", "a/x.Dockerfile", "a/Dockerfile", ".h/Containerfile",
         "Dockerfile.dockerignore", "c.yaml", "README", ".git/Dockerfile",
         "Dockerfile.secure.d/compose.yaml"});
  EXPECT_THAT(
      paths({at("")}),
      ElementsAre(".h/Containerfile", "Dockerfile.secure.d/compose.yaml",
                  "a/Dockerfile", "a/x.Dockerfile", "b/Dockerfile", "c.yaml"));
  EXPECT_EQ(found_.files[0].by, FoundFile::By::folder);
}

TEST_F(FileSearch, NamesNoFileTwice) {
  touch({"a/Dockerfile"});
  EXPECT_THAT(paths({at("a/./Dockerfile"), at("a"), at("a/*")}),
              ElementsAre("a/./Dockerfile"));
}

TEST_F(FileSearch, DoesNotFollowLinksInCircles) {
  touch({"a/Dockerfile", "a/other"});
  std::filesystem::create_symlink("..", at("a/up"));
  std::filesystem::create_symlink("other", at("a/Dockerfile.link"));
  std::filesystem::create_symlink("gone", at("a/Dockerfile.gone"));
  EXPECT_THAT(paths({at("")}),
              ElementsAre("a/Dockerfile", "a/Dockerfile.link"));
}

TEST_F(FileSearch, LeavesSpecialFilesAlone) {
  ASSERT_EQ(mkfifo(at("Dockerfile").c_str(), 0600), 0);
  EXPECT_THAT(paths({at("")}), IsEmpty());
}

TEST_F(FileSearch, SaysWhatItCannotRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  touch({"a/Dockerfile", "b/Dockerfile"});
  chmod(at("a").c_str(), 0);
  EXPECT_THAT(paths({at("")}), ElementsAre("b/Dockerfile"));
  EXPECT_THAT(found_.failures,
              ElementsAre(Field(&SearchFailure::message,
                                HasSubstr("permission denied"))));
  chmod(at("a").c_str(), 0700);
}

TEST_F(FileSearch, ManyFoldersInFoldersTakeNoStack) {
  std::string path = at("");
  for (int i = 0; i < 1000; ++i) path += "d/";
  std::filesystem::create_directories(path);
  EXPECT_THAT(paths({at("")}), IsEmpty());
}

TEST_F(FileSearch, ExpandsPatterns) {
  touch({"a/Dockerfile", "a/b/Dockerfile", "a/x.txt", "c/y.txt", ".h/y.txt"});
  EXPECT_THAT(paths({at("*/*.txt")}),
              ElementsAre(".h/y.txt", "a/x.txt", "c/y.txt"));
  EXPECT_EQ(found_.files[0].by, FoundFile::By::pattern);
  EXPECT_THAT(paths({at("**/Dockerfile")}),
              ElementsAre("a/Dockerfile", "a/b/Dockerfile"));
  EXPECT_THAT(paths({at("a/[!x]*")}),
              ElementsAre("a/Dockerfile", "a/b/Dockerfile"));
  EXPECT_THAT(paths({at("?")}), ElementsAre("a/Dockerfile", "a/b/Dockerfile"));
}

TEST_F(FileSearch, SaysThatAPatternMatchesNothing) {
  EXPECT_THAT(paths({at("*.x"), at("no/*")}), IsEmpty());
  ASSERT_EQ(found_.failures.size(), 2u);
  EXPECT_THAT(found_.failures[0].message, HasSubstr("*.x: no file matches"));
  EXPECT_THAT(found_.failures[1].message, HasSubstr("no/*: no file"));
}

TEST_F(FileSearch, TakesAFileThatLooksLikeAPattern) {
  touch({"[a]", "a"});
  EXPECT_THAT(paths({at("[a]")}), ElementsAre("[a]"));
}

TEST_F(FileSearch, RespectsIgnoreFilesAboveAndBelow) {
  folder_.write(".gitignore", "*.dev\n/app/gen\n");
  folder_.write("app/.gitignore", "!Dockerfile.dev\nold/\n");
  folder_.write(".git/info/exclude", "*.mine\n");
  touch({"Dockerfile.dev", "app/Dockerfile.dev", "app/gen/Dockerfile",
         "app/old/Dockerfile", "app/Dockerfile.mine", "app/Dockerfile"});
  EXPECT_THAT(paths({at("")}),
              ElementsAre("app/Dockerfile", "app/Dockerfile.dev"));
  EXPECT_THAT(paths({at("app")}),
              ElementsAre("app/Dockerfile", "app/Dockerfile.dev"));
  EXPECT_THAT(paths({at("**/*.dev")}), ElementsAre("app/Dockerfile.dev"));
  // What is named is looked at.
  EXPECT_THAT(paths({at("app/gen")}), ElementsAre("app/gen/Dockerfile"));
}

TEST_F(FileSearch, ARepositoryInsideHasItsOwnRules) {
  folder_.write(".git/info/exclude", "*.dev\n");
  folder_.write("sub/.git", "gitdir: ../.git/modules/sub\n");
  folder_.write(".git/modules/sub/info/exclude", "*.mine\n");
  touch({"sub/Dockerfile.dev", "sub/Dockerfile.mine", "Dockerfile.dev",
         "Dockerfile.mine"});
  EXPECT_THAT(paths({at("")}),
              ElementsAre("Dockerfile.mine", "sub/Dockerfile.dev"));
}

// git lists what it does not ignore.
TEST_F(FileSearch, FindsWhatGitFinds) {
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "skipped: no git";
  }
  const std::string git = "cd '" + folder_.path() +
                          "' && HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git ";
  ASSERT_EQ(std::system((git + "init -q").c_str()), 0);
  const Words names = {"a", "b", "c", "build", "a.d"};
  unsigned state = 1;
  const auto below = [&](std::size_t end) {
    state = state * 1103515245 + 12345;
    return (state >> 16) % end;
  };
  const Words rules = {
      "build",  "/a",   "b/",    "!build",       "a/**/c",
      "**/c/a", "*.d",  "!a.d/", "Dockerfile.?", "!Dockerfile.a",
      "a/*",    "!a/b", "/b/**", "c/Dockerfile"};
  for (int i = 0; i < 300; ++i) {
    std::string path;
    for (std::size_t depth = below(5); depth > 0; --depth) {
      path += names[below(names.size())] + "/";
    }
    touch({path + "Dockerfile", path + "Dockerfile." + names[below(3)]});
    if (below(3) != 0) continue;
    folder_.write(path + ".gitignore", rules[below(rules.size())] + "\n" +
                                           rules[below(rules.size())] + "\n");
  }
  std::system((git + "ls-files -z --others --exclude-standard -- '*Dockerfile*'"
                     " >.git/said")
                  .c_str());
  std::istringstream said(folder_.read(".git/said"));
  std::set<std::string> expected;
  for (std::string it; std::getline(said, it, '\0');) expected.insert(it);
  EXPECT_GT(expected.size(), 20U);
  const Words actual = paths({at("")});
  EXPECT_EQ(std::set<std::string>(actual.begin(), actual.end()), expected);
}

}  // namespace
}  // namespace harden::cli
