// templates/step_down_tools.json: which package or image brings which tool.
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"

namespace harden {
namespace {

TEST(StepDownPackage, DebianHasGosu) {
  const auto* found =
      find_step_down_package("gosu", Family::debian, "node:20-bookworm");
  ASSERT_NE(found, nullptr);
  EXPECT_TRUE(found->copy.empty());
  ASSERT_EQ(found->commands.size(), 4u);
  EXPECT_EQ(found->commands.back(), "gosu nobody true");
}

TEST(StepDownPackage, OldReleasesAndOthersTakeItFromItsImage) {
  for (const auto& [family, base] :
       {std::pair{Family::debian, "node:8-jessie"},
        std::pair{Family::debian, "ubuntu:16.04"},
        std::pair{Family::busybox, "busybox:1.36"},
        std::pair{Family::unknown, "example.com/base"}}) {
    const auto* found = find_step_down_package("gosu", family, base);
    ASSERT_NE(found, nullptr) << base;
    EXPECT_EQ(found->copy, "--from=tianon/gosu:1.19 /gosu /usr/local/bin/");
    EXPECT_EQ(found->commands.size(), 1u);
  }
}

TEST(StepDownPackage, SuExecIsAlpines) {
  EXPECT_NE(find_step_down_package("su-exec", Family::alpine, "alpine:3.20"),
            nullptr);
  EXPECT_EQ(find_step_down_package("su-exec", Family::debian, "debian:12"),
            nullptr);
}

TEST(StepDownPackage, SetprivIsTried) {
  const auto* found =
      find_step_down_package("setpriv", Family::redhat, "rockylinux:9");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->commands.front(),
            "setpriv --reuid=65534 --regid=65534 --clear-groups true");
}

}  // namespace
}  // namespace harden
