#include "expectations.h"

#include <gtest/gtest.h>

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

void update_files(const fs::path& folder, const WrittenFiles& files) {
  fs::remove_all(folder);
  for (const auto& [name, file] : files) {
    fs::create_directories((folder / name).parent_path());
    spill(folder / name, file.bytes);
    if (!file.executable) continue;
    fs::permissions(
        folder / name,
        fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
        fs::perm_options::add);
  }
}

}  // namespace

void compare(const fs::path& expectation, const std::string& actual,
             bool may_be_absent) {
  if (updating()) {
    if (actual.empty() && may_be_absent) {
      fs::remove(expectation);
    } else {
      spill(expectation, actual);
    }
    return;
  }
  if (actual.empty() && may_be_absent) {
    EXPECT_FALSE(fs::exists(expectation)) << expectation << " is stale";
    return;
  }
  ASSERT_TRUE(fs::exists(expectation)) << expectation << " is missing";
  EXPECT_EQ(slurp(expectation), actual) << expectation;
}

void compare_files(const fs::path& folder, const WrittenFiles& actual) {
  if (updating()) return update_files(folder, actual);
  const WrittenFiles expected = files_below(folder);
  for (const auto& [name, file] : expected) {
    const auto found = actual.find(name);
    ASSERT_NE(found, actual.end()) << name << " is not written";
    EXPECT_EQ(file.bytes, found->second.bytes) << name;
    EXPECT_EQ(file.executable, found->second.executable) << name;
  }
  for (const auto& [name, file] : actual) {
    EXPECT_TRUE(expected.contains(name)) << name << " is written";
  }
}

}  // namespace harden::golden
