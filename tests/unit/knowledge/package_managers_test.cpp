#include "knowledge/package_managers.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

PackageTask task(std::string_view program, std::string_view verb) {
  return find_package_manager(program)->task_of(verb);
}

TEST(PackageManagers, AreFoundByNamePathAndVersion) {
  EXPECT_EQ(find_package_manager("/usr/bin/apt-get")->manager,
            PackageManager::apt);
  EXPECT_EQ(find_package_manager("pip3.11")->manager, PackageManager::pip);
  EXPECT_EQ(find_package_manager("dnf5")->manager, PackageManager::dnf);
  EXPECT_EQ(find_package_manager("tdnf")->manager, PackageManager::dnf);
  EXPECT_EQ(find_package_manager("tdnf")->family, Family::azurelinux);
  EXPECT_EQ(find_package_manager("apt-cache"), nullptr);
  EXPECT_EQ(find_package_manager(""), nullptr);
}

TEST(PackageManagers, HaveTheirOwnVerbs) {
  EXPECT_EQ(task("apt-get", "update"), PackageTask::update_lists);
  EXPECT_EQ(task("dnf", "update"), PackageTask::upgrade);
  EXPECT_EQ(task("apk", "add"), PackageTask::install);
  EXPECT_EQ(task("apk", "install"), PackageTask::unknown);
  EXPECT_EQ(task("pacman", "-Syu"), PackageTask::install);
  EXPECT_EQ(task("pacman", "-Scc"), PackageTask::other);
  EXPECT_EQ(task("rpm", "-ivh"), PackageTask::install);
  EXPECT_EQ(task("rpm", "-qi"), PackageTask::other);
}

}  // namespace
}  // namespace harden
