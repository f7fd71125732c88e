#include "base/files/real_folders.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/files/clean_path.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

namespace fs = std::filesystem;

TEST(RealFolders, AreWhatTheSystemSays) {
  const TemporaryFolder folder;
  folder.write("real/deep/file", "f");
  folder.write("real/other/file", "f");
  fs::create_symlink("real/deep", folder.path("short"));
  fs::create_symlink("../../real", folder.path("real/deep/circle"));
  fs::create_symlink("nowhere", folder.path("real/broken"));
  RealFolders folders;
  for (const char* name :
       {"", "real", "real/deep", "real/other", "short", "short/circle/other",
        "short/..", "short/../other", "real//deep/", "real/./deep",
        "real/broken", "real/broken/below", "real/missing/deep",
        "real/deep/file", "real/deep/file/below"}) {
    const std::string path = folder.path(name);
    EXPECT_EQ(folders.of(path), resolved(path)) << name;
  }
  for (const char* name : {".", "..", "../..", "/", "/tmp", "", "/missing/a"}) {
    EXPECT_EQ(folders.of(name), resolved(name)) << name;
  }
}

}  // namespace
}  // namespace harden::cli
