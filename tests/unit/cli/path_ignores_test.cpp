#include "cli/config/path_ignores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/files/clean_path.h"
#include "base/source/source_file.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

constexpr Date day(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year), std::chrono::month(month),
              std::chrono::day(day));
}

Diagnostic finding(RuleId rule, std::uint32_t at) {
  Diagnostic result;
  result.rule = rule;
  result.span = {at, at + 1};
  return result;
}

class PathIgnoresTest : public testing::Test {
 protected:
  CheckConfig config(const std::string& entry) const {
    CheckConfig result = read_check_config(
        {"[[check.ignore]]\nrules = [\"HD101\"]\n" + entry, "harden.toml"});
    result.folder = resolved(folder_.path());
    return result;
  }
  // Whether an entry with such a path excuses a finding in such a file.
  bool covers(const std::string& path, const std::string& file) const {
    const CheckConfig all = config("path = \"" + path + "\"\n");
    return PathIgnores(all, folder_.path() + "/" + file, day(2026, 1, 1))
        .excuse(finding("HD101", 0));
  }
  std::vector<std::string> left(const std::string& entry, Date today) const {
    const CheckConfig all = config("path = \"*\"\n" + entry);
    std::vector<Diagnostic> findings = {
        finding("HD130", 0), finding("HD101", 5), finding("HD101", 9)};
    PathIgnores(all, folder_.path() + "/Dockerfile", today).apply(findings);
    std::vector<std::string> codes;
    for (const Diagnostic& it : findings) codes.emplace_back(it.rule);
    return codes;
  }

  TemporaryFolder folder_;
};

TEST_F(PathIgnoresTest, MatchPathsFromTheFolderOn) {
  EXPECT_TRUE(covers("Dockerfile", "Dockerfile"));
  EXPECT_TRUE(covers("./*", "Dockerfile"));
  EXPECT_TRUE(covers("**", "Dockerfile"));
  EXPECT_TRUE(covers("**/Dockerfile", "Dockerfile"));
  EXPECT_FALSE(covers("a/**", "Dockerfile"));
  EXPECT_FALSE(covers("ockerfile", "Dockerfile"));
}

TEST_F(PathIgnoresTest, MatchFoldersAsAWhole) {
  folder_.write("a/b/Dockerfile", "");
  EXPECT_TRUE(covers("a/", "a/b/Dockerfile"));
  EXPECT_TRUE(covers("a/**", "a/b/Dockerfile"));
  EXPECT_TRUE(covers("*/b/*", "a/b/../b/Dockerfile"));
  EXPECT_FALSE(covers("a/*", "a/b/Dockerfile"));
  EXPECT_FALSE(covers("b/", "a/b/Dockerfile"));
}

TEST_F(PathIgnoresTest, MatchNothingOutside) {
  const CheckConfig all = config("path = \"**\"\n");
  for (const char* file : {"-", "/etc/passwd", "/none/at/all"}) {
    EXPECT_FALSE(
        PathIgnores(all, file, day(2026, 1, 1)).excuse(finding("HD101", 0)))
        << file;
  }
}

// They would excuse nothing, and nobody would know why.
TEST_F(PathIgnoresTest, AreRefusedWhenTheirPatternIsBroken) {
  for (const char* path : {"a[", "a[[:none:]]", "a\\\\", "a[b-"}) {
    try {
      config("path = \"" + std::string(path) + "\"\n");
      ADD_FAILURE() << path;
    } catch (const BadInput& error) {
      EXPECT_THAT(error.what(),
                  StartsWith("harden.toml:3:8: `path` is not a pattern"))
          << path;
    }
  }
}

TEST_F(PathIgnoresTest, TakeWhatABackslashMakesPlain) {
  EXPECT_TRUE(covers("Docker\\\\file", "Dockerfile"));
  EXPECT_TRUE(covers("\\\\[a", "[a"));
  EXPECT_TRUE(covers("[[:upper:]]*", "Dockerfile"));
}

TEST_F(PathIgnoresTest, LeaveOtherRules) {
  EXPECT_THAT(left("", day(2026, 1, 1)), ElementsAre("HD130"));
}

TEST_F(PathIgnoresTest, HoldThroughTheirLastDay) {
  const std::string entry = "expires = 2026-03-31\n";
  EXPECT_THAT(left(entry, day(2026, 3, 31)), ElementsAre("HD130"));
  EXPECT_THAT(left(entry, day(2026, 4, 1)),
              ElementsAre("HD130", "HD008", "HD101", "HD101"));
}

TEST_F(PathIgnoresTest, SayNothingOfWhatTheyWouldNotExcuse) {
  const CheckConfig all = config("path = \"*\"\nexpires = 2020-01-01\n");
  std::vector<Diagnostic> findings;
  PathIgnores(all, folder_.path() + "/Dockerfile", day(2026, 1, 1))
      .apply(findings);
  EXPECT_THAT(findings, IsEmpty());
}

}  // namespace
}  // namespace harden::cli
