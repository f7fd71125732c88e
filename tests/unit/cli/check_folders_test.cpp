// `harden check` of whole trees: what is passed over, what git says has
// changed, and that threads change nothing of the report.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "program.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class CheckFolders : public testing::Test {
 protected:
  void check(std::vector<const char*> words, const std::string& input = "") {
    words.insert(words.begin(), "check");
    const Result result = program_.run(std::move(words), input);
    status_ = result.status;
    out_ = result.out;
    err_ = result.err;
  }
  int git(const std::string& words) {
    return std::system(("cd '" + folder_.path() +
                        "' && HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git -c "
                        "user.name=x -c user.email=x@y " +
                        words + " >/dev/null 2>&1")
                           .c_str());
  }

  Program program_;
  const TemporaryFolder& folder_ = program_.folder();
  int status_ = -1;
  std::string out_;
  std::string err_;
};

TEST_F(CheckFolders, TheCurrentFolderIsTheDefault) {
  folder_.write("app/Dockerfile", as_user);
  check({});
  EXPECT_EQ(status_, 0) << err_;
  EXPECT_EQ(out_, "app/Dockerfile: runs as uid 1000, gid 1000\n");
}

TEST_F(CheckFolders, NothingFoundIsAFailure) {
  folder_.write("README.md", "FROM here\n");
  check({});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("no Dockerfile, Compose file"));
}

TEST_F(CheckFolders, OtherFilesArePassedOver) {
  folder_.write("Dockerfile", as_user);
  folder_.write("Dockerfile.md", "# How to build\n");
  folder_.write("Dockerfile.png", std::string("\x89PNG\0\0", 6));
  folder_.write("Dockerfile.j2", "{% if a %}\nFROM {{ base }}\n{% endif %}\n");
  folder_.write("package.json", "{\"name\": \"x\"}\n");
  folder_.write(".travis.yml", "services:\n  - docker\nimage: x\n");
  folder_.write("services.yaml",
                "services:\n  App\\Mailer:\n    class: App\\Mailer\n");
  folder_.write("chart/pod.yaml", "apiVersion: v1\nkind: Pod\n{{- if x }}\n");
  folder_.write("config.yaml", "apiVersion: v1\nkind: ConfigMap\n");
  check({});
  EXPECT_EQ(status_, 0);
  EXPECT_EQ(err_, "");
  EXPECT_EQ(out_, "Dockerfile: runs as uid 1000, gid 1000\n");
}

TEST_F(CheckFolders, WhatIsBrokenIsSaid) {
  folder_.write("Dockerfile", "# nothing\n");
  folder_.write("compose.yaml", "services:\n  web:\n    image: [\n");
  check({});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("Dockerfile: is no Dockerfile"));
  EXPECT_THAT(err_, HasSubstr("compose.yaml:"));
}

TEST_F(CheckFolders, ABrokenConfigurationIsNotPassedOver) {
  folder_.write("Dockerfile.dev", as_user);
  folder_.write("harden.toml", "[[[\n");
  check({});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("harden.toml"));
}

TEST_F(CheckFolders, EachFolderHasItsSettings) {
  const char* file = "FROM corp/base\n";
  const char* settings = "[bases.\"corp/base\"]\nuser = \"7:7\"\n";
  folder_.write("a/Dockerfile", file);
  folder_.write("a/harden.toml", settings);
  folder_.write("a/b/Dockerfile", file);
  folder_.write("c/Dockerfile", file);
  check({"--unknown=ignore"});
  EXPECT_THAT(out_, HasSubstr("a/Dockerfile: runs as uid 7, gid 7"));
  EXPECT_THAT(out_, HasSubstr("a/b/Dockerfile: runs as uid 7, gid 7"));
  EXPECT_THAT(out_, Not(HasSubstr("c/Dockerfile: runs as uid 7")));
}

TEST_F(CheckFolders, ThreadsChangeNothing) {
  for (int i = 0; i < 300; ++i) {
    const std::string name =
        "d" + std::to_string(i % 17) + "/Dockerfile.f" + std::to_string(i);
    folder_.write(name, i % 3 == 0 ? "FROM debian:12\nRUN sudo ls\n" : as_user);
  }
  folder_.write("d3/harden.toml", "[bases.x]\nuser = \"\"\n");
  folder_.write("d4/compose.yaml",
                "services:\n  a:\n    build: {dockerfile: Dockerfile.f4}\n");
  check({"--jobs", "1"});
  const std::string expected = out_;
  EXPECT_EQ(status_, 1);
  EXPECT_GT(expected.size(), 10'000U);
  for (const char* jobs : {"2", "7"}) {
    check({"--jobs", jobs});
    EXPECT_EQ(status_, 1);
    EXPECT_EQ(out_, expected) << jobs;
  }
}

TEST_F(CheckFolders, StandardInputMayHaveAName) {
  folder_.write("a/harden.toml", "[bases.\"corp/base\"]\nuser = \"7:7\"\n");
  check({"-", "--stdin-filename", "a/Dockerfile", "--only-root"},
        "FROM corp/base\n");
  EXPECT_EQ(out_, "a/Dockerfile: runs as uid 7, gid 7\n");
  check({"-", "--stdin-filename", "a/compose.yaml"}, "services: {}\n");
  EXPECT_EQ(out_, "a/compose.yaml: describes no container\n");
  check({"--stdin-filename", "a/Dockerfile"});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("give `-` as the file"));
}

TEST_F(CheckFolders, ChangedSinceARevision) {
  if (git("init -q") != 0) GTEST_SKIP() << "skipped: no git";
  for (const char* it : {"same", "edited", "staged", "gone", "moved"}) {
    folder_.write(std::string("a/Dockerfile.") + it, as_user);
  }
  ASSERT_EQ(git("add -A"), 0);
  ASSERT_EQ(git("commit -qm x"), 0);
  check({"--changed-since", "HEAD"});
  EXPECT_EQ(status_, 0);
  EXPECT_THAT(out_, IsEmpty());
  EXPECT_THAT(err_, HasSubstr("has changed since HEAD"));

  const std::string edited = std::string(as_user) + "# x\n";
  folder_.write("a/Dockerfile.edited", edited);
  folder_.write("a/Dockerfile.staged", edited);
  ASSERT_EQ(git("add a/Dockerfile.staged"), 0);
  ASSERT_EQ(git("mv a/Dockerfile.moved 'a/Dockerfile.to here'"), 0);
  ASSERT_EQ(git("rm -q a/Dockerfile.gone"), 0);
  folder_.write("a/Dockerfile.new", as_user);
  folder_.write("a/Dockerfile.ignored", as_user);
  folder_.write(".gitignore", "*.ignored\n");
  check({"--changed-since", "HEAD"});
  EXPECT_EQ(out_,
            "a/Dockerfile.edited: runs as uid 1000, gid 1000\n"
            "a/Dockerfile.new: runs as uid 1000, gid 1000\n"
            "a/Dockerfile.staged: runs as uid 1000, gid 1000\n"
            "a/Dockerfile.to here: runs as uid 1000, gid 1000\n\n"
            "4 files: 0 errors, 0 warnings, 0 remarks\n");
  check({"--changed-since", "--output=here"});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("git knows no revision `--output=here`"));
  check({"--changed-since=no", "a"});
  EXPECT_EQ(status_, 2);
}

TEST_F(CheckFolders, ChangedSinceNeedsARepository) {
  folder_.write("Dockerfile", as_user);
  check({"--changed-since", "HEAD"});
  EXPECT_EQ(status_, 2);
  EXPECT_THAT(err_, HasSubstr("--changed-since: git"));
}

}  // namespace
}  // namespace harden::cli
