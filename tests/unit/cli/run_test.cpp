// The program as a whole: what goes where, and with which status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "program.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* as_root = "FROM debian:12\nCMD [\"sleep\", \"1\"]\n";
TEST(Run, PrintsTheFileAndSaysTheRestOnStandardError) {
  Program program;
  program.folder().write("Dockerfile", as_root);
  const auto result = program.run({"Dockerfile"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, StartsWith("FROM debian:12\n"));
  EXPECT_THAT(result.out, HasSubstr("USER 10001:10001\n"));
  EXPECT_THAT(result.err, HasSubstr("[HD101]: "));
  EXPECT_THAT(result.err, HasSubstr("before: root (uid 0)\nafter:  "));
  EXPECT_EQ(program.run({"-"}, as_root).out, result.out);
}

TEST(Run, LeavesAGoodFileAsItIs) {
  Program program;
  const auto path = program.folder().write("Dockerfile", as_user);
  const auto before = std::filesystem::last_write_time(path);
  const auto result = program.run({"Dockerfile"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, as_user);
  EXPECT_EQ(program.run({"--in-place", "Dockerfile"}).status, 0);
  EXPECT_EQ(std::filesystem::last_write_time(path), before);
}

TEST(Run, WritesTheOutputAndItsIgnoreFile) {
  Program program;
  program.folder().write("web.df", as_root);
  program.folder().write("web.df.dockerignore", "secret\n");
  const auto result =
      program.run({"web.df", "-o", "web.secure", "--no-bundle"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("wrote web.secure\n"));
  EXPECT_THAT(program.folder().read("web.secure"), HasSubstr("USER "));
  EXPECT_EQ(program.folder().read("web.secure.dockerignore"), "secret\n");
  EXPECT_EQ(program.folder().read("web.df"), as_root);
}

TEST(Run, PrintsADiffInsteadOrBesides) {
  Program program;
  program.folder().write("Dockerfile", as_root);
  const auto alone = program.run({"Dockerfile", "--diff"});
  EXPECT_THAT(alone.out, StartsWith("--- Dockerfile\n+++ Dockerfile\n@@ "));
  const auto both = program.run({"Dockerfile", "--diff", "-o", "new"});
  EXPECT_THAT(both.out, StartsWith("--- Dockerfile\n+++ new\n@@ "));
  EXPECT_THAT(program.folder().read("new"), HasSubstr("USER "));
}

TEST(Run, NeverOverwritesTheInputUnasked) {
  Program program;
  program.folder().write("Dockerfile", as_root);
  std::filesystem::create_symlink("Dockerfile", program.folder().path("link"));
  for (const char* output : {"Dockerfile", "./Dockerfile", "link"}) {
    const auto result = program.run({"Dockerfile", "-o", output});
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, HasSubstr("is the input itself"));
  }
  EXPECT_EQ(program.folder().read("Dockerfile"), as_root);
  EXPECT_EQ(program.run({"Dockerfile", "--in-place"}).status, 0);
  EXPECT_THAT(program.folder().read("Dockerfile"), HasSubstr("USER "));
}

TEST(Run, GoesOnBehindAFileThatCannotBeRead) {
  Program program;
  program.folder().write("b", as_root);
  const auto result = program.run({"--in-place", "a", "b"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, StartsWith("error: a: no such file"));
  EXPECT_THAT(program.folder().read("b"), HasSubstr("USER "));
}

TEST(Run, IsQuietWhenAsked) {
  Program program;
  program.folder().write("Dockerfile", as_root);
  EXPECT_THAT(program.run({"Dockerfile", "-q"}).err, IsEmpty());
  EXPECT_THAT(program.run({"missing", "-q"}).err, Not(IsEmpty()));
}

TEST(Run, SaysInOneLineWhatIsWrongWithTheInput) {
  Program program;
  program.folder().write("empty", "");
  program.folder().write("text", "# hello\nRUN x\n");
  program.folder().write("nul", std::string("FROM a\0", 7));
  using CWords = std::vector<const char*>;
  for (const char* bad : {"empty", "text", "nul", ".", "missing"}) {
    for (const auto& words :
         {CWords{bad}, {"check", bad}, {bad, "-o", "out"}}) {
      // A folder is what check looks through.
      if (words.front() == std::string_view("check") &&
          bad == std::string_view("."))
        continue;
      const auto result = program.run(words);
      EXPECT_EQ(result.status, 2) << bad;
      EXPECT_THAT(result.out, IsEmpty()) << bad;
      EXPECT_EQ(result.err.find('\n'), result.err.size() - 1) << result.err;
      EXPECT_THAT(result.err, StartsWith("error: " + std::string(bad) + ":"));
    }
  }
  EXPECT_FALSE(std::filesystem::exists(program.folder().path("out")));
}

TEST(Run, ChecksAndExitsByWhatItShows) {
  Program program;
  program.folder().write("root", as_root);
  program.folder().write("user", as_user);
  program.folder().write(
      "excused",
      "# harden: ignore-file=HD101 a debugging image\n" + std::string(as_root));
  EXPECT_EQ(program.run({"check", "user"}).status, 0);
  EXPECT_EQ(program.run({"check", "excused"}).status, 0);
  const auto result = program.run({"check", "user", "root"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("root:"));
  EXPECT_THAT(result.out, EndsWith("runs as root (uid 0)\n\n"
                                   "2 files: 1 error, 0 warnings, 0 remarks; "
                                   "`--fix --unsafe` mends 1\n"));
  EXPECT_THAT(result.err, IsEmpty());
}

TEST(Run, RefusesSteppingDownWhenAsked) {
  Program program;
  program.folder().write("Dockerfile", "FROM postgres:16\n");
  program.folder().write("excused",
                         "# harden: ignore=HD110 no other way\n"
                         "FROM postgres:16\n");
  EXPECT_EQ(program.run({"check", "Dockerfile"}).status, 0);
  const auto result =
      program.run({"check", "--allow-step-down=no", "Dockerfile"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("error[HD110]"));
  EXPECT_EQ(program.run({"check", "--allow-step-down=no", "excused"}).status,
            0);
}

TEST(Run, WeighsTheUnknown) {
  Program program;
  program.folder().write("Dockerfile", "FROM debian:12\nARG U\nUSER $U\n");
  EXPECT_EQ(program.run({"check", "Dockerfile"}).status, 1);
  EXPECT_EQ(program.run({"check", "--unknown=warn", "Dockerfile"}).status, 0);
  EXPECT_EQ(program.run({"check", "--build-arg", "U=7:7", "Dockerfile"}).status,
            0);
  setenv("U", "8:8", 1);
  EXPECT_EQ(program.run({"check", "--build-arg", "U", "Dockerfile"}).status, 0);
  unsetenv("U");
}

TEST(Run, ReportsAFullDisk) {
  Program program;
  program.folder().write("Dockerfile", as_root);
  const auto result = program.run({"Dockerfile", "-o", "/dev/full"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("No space left on device"));
}

}  // namespace
}  // namespace harden::cli
