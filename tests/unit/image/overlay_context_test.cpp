#include "image/files/overlay_context.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "memory_context.h"

namespace harden {
namespace {

std::vector<std::string> paths(const std::vector<ContextEntry>& entries) {
  std::vector<std::string> result;
  for (const ContextEntry& it : entries) result.push_back(it.path);
  return result;
}

using Paths = std::vector<std::string>;

TEST(OverlayContext, ShowsNewFilesOverTheOnesBelow) {
  const MemoryContext below({{"docker/run.sh", "old"}, {"main.py", "pass"}});
  OverlayContext context(&below);
  context.add({"docker/run.secure.sh", "docker/run.sh", "new", 0755});
  EXPECT_EQ(context.read("docker/run.secure.sh", 100), "new");
  EXPECT_EQ(context.read("./docker//run.secure.sh", 100), "new");
  EXPECT_EQ(context.read("docker/run.sh", 100), "old");
  EXPECT_EQ(context.read("docker/run.secure.sh", 2), std::nullopt);
  ASSERT_TRUE(context.find("docker/run.secure.sh"));
  EXPECT_EQ(context.find("docker/run.secure.sh")->mode, 0755u);
  EXPECT_EQ(context.find("docker/other.sh"), std::nullopt);
}

TEST(OverlayContext, ListsEachFileOnce) {
  const MemoryContext below({{"docker/run.sh", "old"}, {"main.py", "pass"}});
  OverlayContext context(&below);
  context.add({"docker/run.sh", "", "new"});
  context.add({"docker/more.sh", "", "new"});
  EXPECT_EQ(paths(context.list("docker", 10)),
            (Paths{"docker/run.sh", "docker/more.sh"}));
  EXPECT_EQ(paths(context.list(".", 10)),
            (Paths{"docker/run.sh", "docker/more.sh", "docker", "main.py"}));
  EXPECT_EQ(context.list(".", 3).size(), 3u);
}

TEST(OverlayContext, ALaterFileReplacesTheOneOfItsName) {
  OverlayContext context(nullptr);
  context.add({"run.sh", "", "first"});
  context.add({"./run.sh", "", "second"});
  EXPECT_EQ(context.files().size(), 1u);
  EXPECT_EQ(context.read("run.sh", 100), "second");
}

TEST(OverlayContext, WithoutAContextThereAreOnlyTheNewFiles) {
  OverlayContext context(nullptr);
  context.add({"docker/run.sh", "", "new"});
  EXPECT_EQ(context.find("main.py"), std::nullopt);
  EXPECT_EQ(context.read("main.py", 100), std::nullopt);
  ASSERT_TRUE(context.find("docker"));
  EXPECT_TRUE(context.find("docker")->directory);
  EXPECT_EQ(paths(context.list("docker", 10)), Paths{"docker/run.sh"});
  EXPECT_EQ(context.wider_context("main.py"), "");
}

}  // namespace
}  // namespace harden
