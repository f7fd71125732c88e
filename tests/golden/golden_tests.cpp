// tests/golden/AREA/CASE/: what the program says and writes, byte for byte.
//
//   Dockerfile           the input (absent when `flags` names others)
//   flags                arguments, one a line; default: `Dockerfile`
//   expected.Dockerfile  standard output (absent when nothing is printed)
//   expected.txt         standard error and the exit status
//   context/…, others    whatever the flags name
//
// One test walks all folders, so that a new case cannot be missed. With
// HARDEN_UPDATE_GOLDEN=1 the expectations are written anew; read the diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "invariants.h"

namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void spill(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string shell_quoted(const std::string& word) {
  std::string result = "'";
  for (char c : word)
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string arguments(const fs::path& folder) {
  if (!fs::exists(folder / "flags")) return "Dockerfile";
  std::istringstream lines(slurp(folder / "flags"));
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) result += shell_quoted(line) + " ";
  }
  return result;
}

struct Outcome {
  std::string output;
  std::string messages;
};

Outcome run(const fs::path& folder) {
  const fs::path scratch =
      fs::temp_directory_path() / ("harden-golden-" + std::to_string(getpid()));
  fs::create_directories(scratch);
  const std::string command =
      "cd " + shell_quoted(folder) + " && NO_COLOR=1 " +
      shell_quoted(HARDEN_PROGRAM) + " " + arguments(folder) + " </dev/null >" +
      shell_quoted(scratch / "out") + " 2>" + shell_quoted(scratch / "err");
  const int status = std::system(command.c_str());
  Outcome result{slurp(scratch / "out"), slurp(scratch / "err")};
  result.messages +=
      "exit status " + std::to_string(WEXITSTATUS(status)) + "\n";
  fs::remove_all(scratch);
  return result;
}

bool updating() { return std::getenv("HARDEN_UPDATE_GOLDEN") != nullptr; }

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

std::vector<fs::path> cases() {
  std::vector<fs::path> result;
  for (const auto& area : fs::directory_iterator(HARDEN_GOLDEN)) {
    if (!area.is_directory()) continue;
    for (const auto& it : fs::directory_iterator(area)) {
      if (it.is_directory()) result.push_back(it.path());
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

TEST(Golden, EveryCaseGivesWhatIsExpected) {
  const auto all = cases();
  EXPECT_GT(all.size(), 80u);
  for (const fs::path& folder : all) {
    SCOPED_TRACE(folder.string());
    Outcome outcome = run(folder);
    compare(folder / "expected.Dockerfile", outcome.output, true);
    compare(folder / "expected.txt", outcome.messages, false);
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
      EXPECT_NO_THROW(harden::test::check_all(slurp(file)))
          << file.path().string();
    }
  }
}

TEST(Golden, InvariantsHoldForTheSamples) {
  std::size_t count = 0;
  for (const auto& it : fs::recursive_directory_iterator(HARDEN_SAMPLES)) {
    const std::string name = it.path().filename();
    if (!it.is_regular_file() || !name.ends_with("Dockerfile")) continue;
    EXPECT_NO_THROW(harden::test::check_all(slurp(it))) << it.path().string();
    ++count;
  }
  EXPECT_GT(count, 0u);
}

// What harden makes of a sample is what lies beside it.
TEST(Golden, SamplesHaveTheirHardenedFile) {
  for (const auto& sample : fs::directory_iterator(HARDEN_SAMPLES)) {
    if (!fs::exists(sample.path() / "Dockerfile")) continue;
    SCOPED_TRACE(sample.path().string());
    compare(sample.path() / "expected.Dockerfile", run(sample).output, false);
  }
}

}  // namespace
