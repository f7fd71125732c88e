// Paths of the host as rules about mounts see them.
#include "knowledge/host_paths.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(HostPaths, AreCleaned) {
  EXPECT_EQ(clean_host_path("/a//b/./c/../"), "/a/b");
  EXPECT_EQ(clean_host_path("/var/run/x"), "/run/x");
  EXPECT_EQ(clean_host_path("/.."), "/");
  EXPECT_EQ(clean_host_path("~/"), "~");
  EXPECT_EQ(clean_host_path("~/a/../.ssh"), "~/.ssh");
  EXPECT_EQ(clean_host_path("./a/.."), "./a/..");
}

}  // namespace
}  // namespace harden
