#include "cli/search/ignore_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace harden::cli {
namespace {

struct Case {
  const char* pattern;
  const char* path;
  bool excluded;
};

// The table of moby/patternmatcher's own tests, as MatchesOrParentMatches
// answers it.
constexpr Case moby_table[] = {
    {"**", "file", true},
    {"**/", "file", true},
    {"**", "dir/file", true},
    {"**/**", "dir/file", true},
    {"dir/**", "dir/file", true},
    {"dir/**", "dir/dir2/file", true},
    {"**/dir", "dir", true},
    {"**/dir", "dir/file", true},
    {"**/dir2/*", "dir/dir2/file", true},
    {"**/dir2/**", "dir/dir2/dir3/file", true},
    {"**file", "file", true},
    {"**file", "dir/file", true},
    {"**file", "dir/myfile", true},
    {"**/file", "dir/myfile", false},
    {"**/file", "dir/dir/file", true},
    {"**/file*", "dir/dir/file.txt", true},
    {"**/file*txt", "dir/dir/file.txt", true},
    {"**/file*.txt*", "dir/dir/file.txt", true},
    {"**/**/*.txt", "dir/dir/file.txt", true},
    {"**/**/*.txt2", "dir/dir/file.txt", false},
    {"**/*.txt", "file.txt", true},
    {"**/**/*.txt", "file.txt", true},
    {"a**/*.txt", "a/file.txt", true},
    {"a**/*.txt", "a/dir/dir/file.txt", true},
    {"a/*.txt", "a/dir/file.txt", false},
    {"a/*.txt", "a/file.txt", true},
    {"a/*.txt**", "a/file.txt", true},
    {"a[b-d]e", "ae", false},
    {"a[b-d]e", "ace", true},
    {"a[b-d]e", "aae", false},
    {"a[^b-d]e", "aze", true},
    {".*", ".foo", true},
    {".*", "foo", false},
    {"abc.def", "abcZdef", false},
    {"abc?def", "abcZdef", true},
    {"abc?def", "abcdef", false},
    {"**/foo/bar", "dir/dir2/foo/bar", true},
    {"abc/**", "abc", false},
    {"abc/**", "abc/def/ghi", true},
    {"**/.foo", "bar.foo", false},
    {"a(b)c/def", "a(b)c/def", true},
    {"a.|)$(}+{bc", "a.|)$(}+{bc", true},
    {"dist/*.whl", "dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3.whl", true},
    {"a\\\\", "a\\", true},
    {"a\\*b", "a*b", true},
    {"a\\*b", "ab", false},
    {"a*", "ab/c", true},
    {"a*/b", "a/c/b", false},
    {"a*b*c*d*e*/f", "axbxcxdxexxx/f", true},
    {"a*b?c*x", "abxbbxdbxebxczzy", false},
    {"a?b",
     "a\xe2\x98\xba"
     "b",
     true},
    {"a???b",
     "a\xe2\x98\xba"
     "b",
     false},
    {"a[^a]b",
     "a\xe2\x98\xba"
     "b",
     true},
    {"[a-\xce\xb6]*", "\xce\xb1", true},
    {"a?b", "a/b", false},
    {"[\\]a]", "]", true},
    {"[x\\-]", "-", true},
    {"[\\-x]", "a", false},
};

TEST(IgnoreFile, AnswersAsMoby) {
  for (const auto& [pattern, path, excluded] : moby_table) {
    EXPECT_EQ(IgnoreFile(pattern).excludes(path), excluded)
        << pattern << " on " << path;
  }
}

TEST(IgnoreGlob, RefusesWhatGoRefuses) {
  for (const char* pattern : {"[]a]", "[-]", "[x-]", "[-x]", "\\", "[a-b-c]",
                              "[", "[^", "[^bc", "a["}) {
    EXPECT_FALSE(ignore_glob(pattern)) << pattern;
    EXPECT_FALSE(go_glob(pattern)) << pattern;
  }
}

TEST(IgnoreFile, LaterLinesWin) {
  EXPECT_TRUE(IgnoreFile("!a.go\n*.go").excludes("a.go"));
  EXPECT_FALSE(IgnoreFile("*.go\n!a.go").excludes("a.go"));
  EXPECT_FALSE(IgnoreFile("docs/\n!docs/README.md").excludes("docs/README.md"));
  EXPECT_FALSE(
      IgnoreFile("**\n!util/docker/web").excludes("util/docker/web/foo"));
  EXPECT_TRUE(IgnoreFile("**\n!util/docker/web\nutil/docker/web/foo")
                  .excludes("util/docker/web/foo"));
}

TEST(IgnoreFile, ReadsLinesAsIgnorefileDoes) {
  EXPECT_TRUE(IgnoreFile("\xef\xbb\xbf/test2\r\n").excludes("test2"));
  EXPECT_TRUE(IgnoreFile("  ./a//b/../c/  ").excludes("a/c/d"));
  EXPECT_FALSE(IgnoreFile("# a\n\n!\n! ").excludes("a"));
  EXPECT_TRUE(IgnoreFile(" #a").excludes("#a"));
  EXPECT_FALSE(IgnoreFile("*\n! /inverted/path").excludes("inverted/path"));
  EXPECT_TRUE(IgnoreFile("a").excludes("a"));
  EXPECT_FALSE(IgnoreFile("a").excludes("b/a"));
}

TEST(IgnoreFile, SkipsLinesThatTheEngineRefuses) {
  EXPECT_TRUE(IgnoreFile("[\nsecret").excludes("secret"));
}

TEST(IgnoreFile, TakesNoTimeOverManyStars) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  const std::string path(5000, 'a');
  EXPECT_FALSE(IgnoreFile(pattern + "b").excludes(path));
}

}  // namespace
}  // namespace harden::cli
