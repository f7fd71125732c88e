// tests/golden/AREA/CASE/: what the program says and writes, byte for byte.
//
//   Dockerfile           the input (absent when `flags` names others)
//   flags                arguments, one a line; default: `Dockerfile`
//   expected.Dockerfile  standard output (absent when nothing is printed)
//   expected.txt         standard error and the exit status
//   expected.files/…     the files that are written or changed, with their run
//                        bit; such a case runs in a copy of its folder
//   context/…, others    whatever the flags name
//
// One test walks all folders, so that a new case cannot be missed. With
// HARDEN_UPDATE_GOLDEN=1 the expectations are written anew; read the diff.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "golden_case.h"
#include "invariants.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

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

std::string messages(const Outcome& outcome) {
  return outcome.messages + "exit status " + std::to_string(outcome.status) +
         "\n";
}

TEST(Golden, EveryCaseGivesWhatIsExpected) {
  const auto all = cases();
  EXPECT_GT(all.size(), 80u);
  for (const fs::path& folder : all) {
    SCOPED_TRACE(folder.string());
    const Words words = arguments(folder);
    std::optional<Copy> copy;
    if (writes_files(words)) copy.emplace(folder);
    const Outcome outcome = run_harden(copy ? copy->path() : folder, words);
    compare(folder / "expected.Dockerfile", outcome.output, true);
    compare(folder / "expected.txt", messages(outcome), false);
    if (copy) compare_files(folder / "expected.files", copy->written());
  }
}

TEST(Golden, InvariantsHoldForEveryCase) {
  for (const fs::path& folder : cases()) {
    for (const auto& file : fs::directory_iterator(folder)) {
      const std::string name = file.path().filename();
      if (!file.is_regular_file() ||
          name.find("Dockerfile") == std::string::npos ||
          name.ends_with("ignore")) {
        continue;
      }
      EXPECT_NO_THROW(test::check_all(slurp(file))) << file.path().string();
    }
  }
}

TEST(Golden, InvariantsHoldForTheSamples) {
  std::size_t count = 0;
  for (const auto& it : fs::recursive_directory_iterator(HARDEN_SAMPLES)) {
    const std::string name = it.path().filename();
    if (!it.is_regular_file() || !name.ends_with("Dockerfile")) continue;
    EXPECT_NO_THROW(test::check_all(slurp(it))) << it.path().string();
    ++count;
  }
  EXPECT_GT(count, 0u);
}

// What harden makes of a sample is what lies beside it.
TEST(Golden, SamplesHaveTheirHardenedFile) {
  for (const auto& sample : fs::directory_iterator(HARDEN_SAMPLES)) {
    if (!fs::exists(sample.path() / "Dockerfile")) continue;
    SCOPED_TRACE(sample.path().string());
    compare(sample.path() / "expected.Dockerfile",
            run_harden(sample, arguments(sample)).output, false);
  }
}

}  // namespace
}  // namespace harden::golden
