// Patterns of paths as Go reads them.
#include "base/glob/go_glob.h"

#include <gtest/gtest.h>

#include <string>

namespace harden {
namespace {

struct Case {
  const char* pattern;
  const char* path;
  bool matches;
};

// The table of Go's own tests, path/filepath/match_test.go.
constexpr Case go_table[] = {
    {"abc", "abc", true},
    {"*", "abc", true},
    {"*c", "abc", true},
    {"a*", "a", true},
    {"a*", "abc", true},
    {"a*", "ab/c", false},
    {"a*/b", "abc/b", true},
    {"a*/b", "a/c/b", false},
    {"a*b*c*d*e*/f", "axbxcxdxe/f", true},
    {"a*b*c*d*e*/f", "axbxcxdxexxx/f", true},
    {"a*b*c*d*e*/f", "axbxcxdxe/xxx/f", false},
    {"a*b*c*d*e*/f", "axbxcxdxexxx/fff", false},
    {"a*b?c*x", "abxbbxdbxebxczzx", true},
    {"a*b?c*x", "abxbbxdbxebxczzy", false},
    {"ab[c]", "abc", true},
    {"ab[b-d]", "abc", true},
    {"ab[e-g]", "abc", false},
    {"ab[^c]", "abc", false},
    {"ab[^b-d]", "abc", false},
    {"ab[^e-g]", "abc", true},
    {"a\\*b", "a*b", true},
    {"a\\*b", "ab", false},
    {"a?b", "a☺b", true},
    {"a[^a]b", "a☺b", true},
    {"a???b", "a☺b", false},
    {"a[^a][^a][^a]b", "a☺b", false},
    {"[a-ζ]*", "α", true},
    {"*[a-ζ]", "A", false},
    {"a?b", "a/b", false},
    {"a*b", "a/b", false},
    {"[\\]a]", "]", true},
    {"[\\-]", "-", true},
    {"[x\\-]", "x", true},
    {"[x\\-]", "-", true},
    {"[x\\-]", "z", false},
    {"[\\-x]", "x", true},
    {"[\\-x]", "-", true},
    {"[\\-x]", "a", false},
    {"*x", "xxx", true},
};

TEST(GoGlob, AnswersAsGo) {
  for (const auto& [pattern, path, expected] : go_table) {
    EXPECT_EQ(matches_path(pattern, path), expected)
        << pattern << " on " << path;
  }
}

TEST(GoGlob, RefusesWhatGoRefuses) {
  for (const char* pattern :
       {"[]a]", "[-]", "[x-]", "[-x]", "\\", "[a-b-c]", "[", "[^", "[^bc", "a[",
        "a/b[", "[a-", "[\xff]"}) {
    EXPECT_FALSE(go_glob(pattern)) << pattern;
    EXPECT_FALSE(matches_path(pattern, "a")) << pattern;
  }
}

// At 0733439 a character was a byte, and classes took no slash.
TEST(GoGlob, ClassesTakeCodePointsAndSlashes) {
  EXPECT_TRUE(matches_path("[☺]", "☺"));
  EXPECT_TRUE(matches_path("a[^x]b", "a/b"));
}

TEST(GoGlob, ReadsPatternsOfCopy) {
  EXPECT_TRUE(matches_path("*.sh", "run.sh"));
  EXPECT_FALSE(matches_path("*.sh", "bin/run.sh"));
  EXPECT_TRUE(matches_path("*/r?n.sh", "bin/run.sh"));
  EXPECT_FALSE(matches_path("bin?run.sh", "bin/run.sh"));
  EXPECT_TRUE(matches_path("[^a-c]x", "dx"));
  EXPECT_TRUE(matches_path("\\*.sh", "*.sh"));
  EXPECT_FALSE(matches_path("\\*.sh", "a.sh"));
  EXPECT_TRUE(matches_path("a*b*c", "axxbyyc"));
  EXPECT_FALSE(matches_path("a*b*c", "axxbyy"));
  EXPECT_TRUE(matches_path("x*", "x"));
  EXPECT_TRUE(matches_path("", ""));
}

TEST(GoGlob, ManyStarsAreQuick) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  EXPECT_FALSE(matches_path(pattern + "b", std::string(5000, 'a')));
}

}  // namespace
}  // namespace harden
