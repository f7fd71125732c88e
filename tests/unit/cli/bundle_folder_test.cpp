#include "cli/output/bundle_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/files/atomic_file.h"
#include "base/files/sha256.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Files = std::vector<EmittedFile>;

const Files first_run = {{"run.sh", "#!/bin/sh\n", 0755},
                         {"compose.yaml", "services: {}\n"}};
const Files next_run = {{"run.sh", "#!/bin/sh\necho\n", 0755},
                        {"compose.yaml", "services: {a: {}}\n"}};

class BundleFolderTest : public testing::Test {
 protected:
  // What the user is told.
  std::string write(const Files& files) {
    WriteLog log;
    BundleFolder(place(), files).write(log);
    return log.remarks();
  }
  std::string refusal(const Files& files) {
    const auto before = state();
    std::string message;
    try {
      write(files);
    } catch (const OutputError& error) {
      message = error.what();
    }
    EXPECT_EQ(before, state()) << "something was written all the same";
    return message;
  }

  std::string place() const { return folder_.path("out.d"); }
  std::string read(const std::string& name) {
    return folder_.read("out.d/" + name);
  }
  std::string put(const std::string& name, std::string_view text) {
    return folder_.write("out.d/" + name, text);
  }
  bool exists(const std::string& name) {
    return fs::exists(fs::path(place()) / name);
  }
  // Names, texts, and when and into which place they were written.
  std::string state() {
    std::string text;
    if (!fs::exists(place())) return text;
    std::map<std::string, std::string> files;
    for (const auto& it : fs::directory_iterator(place())) {
      struct stat status = {};
      lstat(it.path().c_str(), &status);
      files[it.path().filename()] =
          std::to_string(status.st_ino) + " " +
          std::to_string(status.st_mtim.tv_nsec) + " " +
          (it.is_regular_file() ? read(it.path().filename()) : "");
    }
    for (const auto& [name, it] : files) text += name + " " + it + "\n";
    return text;
  }

  TemporaryFolder folder_;
};

TEST_F(BundleFolderTest, SaysWhatItWrote) {
  EXPECT_EQ(write(first_run), "wrote " + place() + "/\n");
  EXPECT_EQ(read("run.sh"), first_run[0].text);
  const std::string manifest = read(".harden-bundle.json");
  EXPECT_THAT(manifest, HasSubstr("\"run.sh\": \"" +
                                  sha256_hex(first_run[0].text) + "\""));
  EXPECT_THAT(manifest, HasSubstr("\"compose.yaml\": \"" +
                                  sha256_hex(first_run[1].text) + "\""));
  EXPECT_THAT(manifest, Not(HasSubstr("replaced")));
}

TEST_F(BundleFolderTest, ASecondRunTouchesNothing) {
  write(first_run);
  const std::string before = state();
  write(first_run);
  EXPECT_EQ(state(), before);
}

TEST_F(BundleFolderTest, ReplacesWhatHardenWrote) {
  write(first_run);
  write(next_run);
  EXPECT_EQ(read("run.sh"), next_run[0].text);
  EXPECT_EQ(read("compose.yaml"), next_run[1].text);
  EXPECT_THAT(read(".harden-bundle.json"), Not(HasSubstr("replaced")));
  struct stat status = {};
  ASSERT_EQ(stat((place() + "/run.sh").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0755U);
}

// At 0733439 it was replaced: the first line of run.sh says harden.
TEST_F(BundleFolderTest, KeepsAFileThatWasChanged) {
  write(first_run);
  put("run.sh", "#!/bin/sh\n# Written by harden, and changed by me\n");
  EXPECT_THAT(refusal(next_run),
              testing::StartsWith(place() + "/run.sh: changed since harden "
                                            "wrote it"));
}

// At 0733439 all were replaced: one of them holds the letters "harden".
TEST_F(BundleFolderTest, KeepsFilesOfTheUser) {
  put("compose.yaml", "services:\n  web:\n    image: registry/hardened/web\n");
  put("run.sh", "#!/bin/sh\nexec mine\n");
  const std::string message = refusal(first_run);
  EXPECT_THAT(message, HasSubstr("out.d/run.sh, "));
  EXPECT_THAT(message, HasSubstr("out.d/compose.yaml: "));
  EXPECT_THAT(message, HasSubstr(".harden-bundle.json"));
  EXPECT_THAT(message, HasSubstr("--bundle"));
  EXPECT_THAT(message, Not(HasSubstr("\n")));
}

TEST_F(BundleFolderTest, LeavesOtherFilesAlone) {
  put("notes.txt", "mine");
  write(first_run);
  write(next_run);
  EXPECT_EQ(read("notes.txt"), "mine");
}

// A bundle of a harden that wrote no manifest yet, for instance.
TEST_F(BundleFolderTest, TakesOverWhatItWouldWriteAnyway) {
  put("run.sh", first_run[0].text);
  put("compose.yaml", first_run[1].text);
  write(first_run);
  write(next_run);
  EXPECT_EQ(read("run.sh"), next_run[0].text);
}

TEST_F(BundleFolderTest, RemovesWhatIsNoLongerWritten) {
  write(first_run);
  EXPECT_THAT(write({first_run[0]}),
              HasSubstr("removed " + place() + "/compose.yaml"));
  EXPECT_FALSE(exists("compose.yaml"));
  EXPECT_THAT(read(".harden-bundle.json"), Not(HasSubstr("compose.yaml")));
}

TEST_F(BundleFolderTest, KeepsWhatIsNoLongerWrittenButWasChanged) {
  write(first_run);
  put("compose.yaml", "services: {mine: {}}\n");
  EXPECT_THAT(write({first_run[0]}),
              HasSubstr(place() + "/compose.yaml is no longer"));
  EXPECT_EQ(read("compose.yaml"), "services: {mine: {}}\n");
  EXPECT_THAT(refusal(first_run), HasSubstr("compose.yaml"))
      << "from then on it is the user's";
}

TEST_F(BundleFolderTest, WhatWasRemovedIsWrittenAgain) {
  write(first_run);
  fs::remove(place() + "/run.sh");
  write(first_run);
  EXPECT_EQ(read("run.sh"), first_run[0].text);
}

// Stopped anywhere: some files are new, and the manifest tells both.
TEST_F(BundleFolderTest, GoesOnAfterAnInterruptedRun) {
  write(first_run);
  BundleManifest manifest;
  for (const auto& it : next_run) {
    manifest.files[it.name] = sha256_hex(it.text);
  }
  for (const auto& it : first_run) {
    manifest.replaced[it.name] = sha256_hex(it.text);
  }
  put(".harden-bundle.json", manifest_text(manifest));
  put("run.sh", next_run[0].text);
  const Files third_run = {{"run.sh", "3"}, {"compose.yaml", "3"}};
  write(third_run);
  EXPECT_EQ(read("run.sh"), "3");
  EXPECT_EQ(read("compose.yaml"), "3");
}

TEST_F(BundleFolderTest, ALinkIsAFileOfTheUser) {
  write(first_run);
  const std::string elsewhere = folder_.write("other", first_run[0].text);
  fs::remove(place() + "/run.sh");
  fs::create_symlink(elsewhere, place() + "/run.sh");
  EXPECT_THAT(refusal(next_run), HasSubstr("run.sh: changed"));
  EXPECT_EQ(folder_.read("other"), first_run[0].text);
}

TEST_F(BundleFolderTest, AFolderInTheWayIsRefused) {
  fs::create_directories(place() + "/run.sh");
  EXPECT_THAT(refusal(first_run), HasSubstr("run.sh: there already"));
}

TEST_F(BundleFolderTest, AFileInsteadOfTheFolderIsRefused) {
  folder_.write("out.d", "mine");
  EXPECT_THROW(write(first_run), OutputError);
  EXPECT_EQ(folder_.read("out.d"), "mine");
}

// What a manifest lists is removed: it must not reach out of its folder.
TEST_F(BundleFolderTest, AManifestThatHardenDidNotWriteIsRefused) {
  const std::string mine = folder_.write("mine", "text");
  const std::string hash = sha256_hex("text");
  for (const std::string& text :
       {std::string("{"), std::string("[]"), std::string("{}"),
        std::string(R"({"harden": 1, "files": {}})"),
        std::string(R"({"harden": "0", "files": []})"),
        std::string(R"({"harden": "0", "files": {"a": 1}})"),
        std::string(R"({"harden": "0", "files": {"a": "xyz"}})"),
        R"({"harden": "0", "files": {"../mine": ")" + hash + R"("}})",
        R"({"harden": "0", "files": {"..": ")" + hash + R"("}})",
        R"({"harden": "0", "files": {}, "replaced": {"a\u0000": ")" + hash +
            R"("}})",
        R"({"harden": "0", "files": {".harden-bundle.json": ")" + hash +
            R"("}})",
        std::string(1 << 20, '[')}) {
    put(".harden-bundle.json", text);
    EXPECT_THAT(refusal(first_run), HasSubstr(".harden-bundle.json: is not as"))
        << text.substr(0, 100);
  }
  EXPECT_TRUE(fs::exists(mine));
}

}  // namespace
}  // namespace harden::cli
