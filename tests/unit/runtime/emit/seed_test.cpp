// The init container that fills a claim, tried with folders of this machine.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "emit/policies.h"
#include "readers.h"
#include "runtime/emit/emit.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

class Seed : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::has_python("yaml")) GTEST_SKIP() << "no python3-yaml";
    std::string name = (fs::temp_directory_path() / "seed-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    fs::create_directories(folder_ / "image" / "sub");
    fs::create_directories(folder_ / "claim");
    write("image/file");
    write("image/.hidden");
    fs::create_symlink("file", folder_ / "image" / "link");
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void write(const std::string& name) {
    std::ofstream(folder_ / name) << "text";
  }

  int run() {
    std::string script;
    for (const auto& it : test::read_yaml(emit_kubernetes(test::database()))) {
      if (it["kind"] != "Deployment") continue;
      script =
          it["spec"]["template"]["spec"]["initContainers"][0]["command"][2];
    }
    const std::string claim = (folder_ / "claim").string();
    for (std::size_t at = 0; (at = script.find("/seed/", at)) != script.npos;) {
      script.replace(at, 5, claim);
    }
    write("script");
    std::ofstream(folder_ / "script") << script;
    return std::system(("sh -c \"$(cat " + (folder_ / "script").string() +
                        ")\" " + (folder_ / "image").string())
                           .c_str());
  }

  bool has(const std::string& name) {
    return fs::exists(folder_ / "claim" / name);
  }

  fs::path folder_;
};

TEST_F(Seed, FillsAnEmptyClaim) {
  fs::create_directory(folder_ / "claim" / "lost+found");
  ASSERT_EQ(run(), 0);
  EXPECT_TRUE(has("file") && has(".hidden") && has("sub"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "claim" / "link"));
}

TEST_F(Seed, LeavesAClaimThatHoldsSomethingAlone) {
  write("claim/.data");
  ASSERT_EQ(run(), 0);
  EXPECT_FALSE(has("file"));
}

}  // namespace
}  // namespace harden
