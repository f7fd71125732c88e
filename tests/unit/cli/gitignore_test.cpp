// What git ignores: lines of which the manual tells, and git itself as the
// oracle on patterns and trees made at random.
#include "cli/search/gitignore.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace harden::cli {
namespace {

using Words = std::vector<std::string>;

bool ignored(std::string_view lines, std::string_view path,
             bool is_folder = false) {
  return GitIgnore(lines).ignores(path, is_folder).value_or(false);
}

TEST(GitIgnore, ANameWithoutSlashHoldsAtAnyDepth) {
  EXPECT_TRUE(ignored("node_modules\n", "node_modules"));
  EXPECT_TRUE(ignored("node_modules\n", "a/b/node_modules"));
  EXPECT_FALSE(ignored("node_modules\n", "a/node_modules2"));
}

TEST(GitIgnore, ASlashAnchors) {
  EXPECT_TRUE(ignored("/build\n", "build"));
  EXPECT_FALSE(ignored("/build\n", "a/build"));
  EXPECT_TRUE(ignored("a/build\n", "a/build"));
  EXPECT_FALSE(ignored("a/build\n", "b/a/build"));
}

TEST(GitIgnore, ASlashAtTheEndMeansFolders) {
  EXPECT_TRUE(ignored("out/\n", "a/out", true));
  EXPECT_FALSE(ignored("out/\n", "a/out", false));
}

TEST(GitIgnore, TheLastRuleCounts) {
  EXPECT_FALSE(ignored("*.dev\n!keep.dev\n", "keep.dev"));
  EXPECT_TRUE(ignored("!keep.dev\n*.dev\n", "keep.dev"));
  EXPECT_EQ(GitIgnore("!keep\n").ignores("keep", false), false);
  EXPECT_EQ(GitIgnore("!keep\n").ignores("other", false), std::nullopt);
}

TEST(GitIgnore, TwoStarsStandForFolders) {
  EXPECT_TRUE(ignored("a/**/b\n", "a/b"));
  EXPECT_TRUE(ignored("a/**/b\n", "a/x/y/b"));
  EXPECT_FALSE(ignored("a/**/b\n", "a/xb"));
  EXPECT_TRUE(ignored("**/b\n", "x/b"));
  EXPECT_TRUE(ignored("a/**\n", "a/x/y"));
  EXPECT_FALSE(ignored("a/**\n", "a", true));
  EXPECT_FALSE(ignored("a/*\n", "a/x/y"));
}

TEST(GitIgnore, CommentsBlanksAndEndsOfLines) {
  EXPECT_FALSE(ignored("#a\n", "#a"));
  EXPECT_TRUE(ignored("\\#a\r\n", "#a"));
  EXPECT_TRUE(ignored("a  \n", "a"));
  EXPECT_TRUE(ignored("a\\ \n", "a "));
  EXPECT_TRUE(ignored("\\!a", "!a"));
  EXPECT_TRUE(
      ignored("\xef\xbb\xbf"
              "a\n",
              "a"));
  EXPECT_TRUE(GitIgnore("\n\n#\n/\n!\n").empty());
}

TEST(GitIgnore, BrokenPatternsMatchNothing) {
  for (const char* line : {"[a", "a\\", "[[:no:]]", "*[", "[]"}) {
    EXPECT_FALSE(ignored(line, "a")) << line;
    EXPECT_FALSE(ignored(line, line)) << line;
  }
}

TEST(GitIgnore, NoPatternTakesLong) {
  std::string stars;
  std::string folders;
  for (int i = 0; i < 1000; ++i) {
    stars += "*a";
    folders += "**/";
  }
  const std::string text(4000, 'a');
  EXPECT_FALSE(ignored(stars + "b", text));
  EXPECT_FALSE(ignored(folders + "b", text));
}

// Reaches the corners: few letters, all that is special, folders in folders.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::string name() {
    static const Words names = {"a",   "b",   "ab", "a.b", "-",    "!a", "#a",
                                "[a]", "a b", "B",  "a]",  "a\\b", "*",  "^"};
    return any(names);
  }

  std::string path() {
    std::string result = name();
    while (any(Words{"", "", "x"}) == "x") result += "/" + name();
    return result;
  }

  std::string pattern() {
    static const Words pieces = {"a",
                                 "b",
                                 "ab",
                                 "/",
                                 "*",
                                 "**",
                                 "/**/",
                                 "**/",
                                 "?",
                                 ".",
                                 "[ab]",
                                 "[!a]",
                                 "[^b]",
                                 "[a-c]",
                                 "\\",
                                 "[]a]",
                                 "[a",
                                 " ",
                                 "!",
                                 "#",
                                 "[[:alpha:]]",
                                 "[[:x:]]",
                                 "[b-]",
                                 "/**",
                                 "[\\]]",
                                 "[a-\\c]",
                                 "***",
                                 "-",
                                 "[[:upper:]a]",
                                 "B",
                                 "[[:a]",
                                 "*a",
                                 "\r"};
    static const Words begins = {"", "", "", "/", "!", "**/", "a/"};
    std::string result = any(begins);
    for (int i = below(5); i >= 0; --i) result += any(pieces);
    return result + any(Words{"", "", "", "/", " "});
  }

  int below(int end) { return static_cast<int>(random_() % unsigned(end)); }

 private:
  std::string any(const Words& words) {
    return words[random_() % words.size()];
  }

  std::mt19937 random_;
};

std::string git(const TemporaryFolder& folder, const std::string& words) {
  return "cd '" + folder.path() +
         "' && HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git " + words;
}

// The paths of the list that git ignores by the rules of the root.
std::set<std::string> ignored_by_git(const TemporaryFolder& folder,
                                     const Words& paths) {
  std::string list;
  for (const auto& it : paths) list += it + '\0';
  folder.write(".git/list", list);
  std::system(
      git(folder, "check-ignore --no-index -z --stdin <.git/list >.git/said")
          .c_str());
  std::istringstream said(folder.read(".git/said"));
  std::set<std::string> result;
  for (std::string it; std::getline(said, it, '\0');) result.insert(it);
  return result;
}

// As the walk does it: nothing comes back below an ignored folder.
bool ignored_in_tree(const GitIgnore& rules, const std::string& path,
                     bool is_folder) {
  for (auto end = path.find('/'); end != path.npos;
       end = path.find('/', end + 1)) {
    if (rules.ignores(path.substr(0, end), true) == true) return true;
  }
  return rules.ignores(path, is_folder) == true;
}

TEST(GitIgnore, SaysWhatGitSays) {
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "skipped: no git";
  }
  const TemporaryFolder folder;
  ASSERT_EQ(std::system(git(folder, "init -q").c_str()), 0);
  Maker maker(7);
  std::set<std::string> paths;
  for (int i = 0; i < 400; ++i) {
    const std::string path = maker.path();
    // A name is either a file's or a folder's.
    std::error_code ignored_error;
    std::filesystem::create_directories(
        std::filesystem::path(folder.path(path)).parent_path(), ignored_error);
    if (ignored_error || std::filesystem::exists(folder.path(path))) continue;
    folder.write(path, "");
  }
  for (const auto& it :
       std::filesystem::recursive_directory_iterator(folder.path())) {
    const auto path = std::filesystem::relative(it.path(), folder.path());
    if (*path.begin() != ".git") paths.insert(path.string());
  }
  const Words list(paths.begin(), paths.end());
  int hits = 0;
  for (int round = 0; round < 250; ++round) {
    std::string lines;
    for (int i = maker.below(4); i >= 0; --i) lines += maker.pattern() + '\n';
    folder.write(".git/info/exclude", lines);
    const auto expected = ignored_by_git(folder, list);
    const GitIgnore rules(lines);
    for (const auto& it : list) {
      const bool is_folder = std::filesystem::is_directory(folder.path(it));
      EXPECT_EQ(ignored_in_tree(rules, it, is_folder), expected.contains(it))
          << it << " by\n"
          << lines;
    }
    hits += static_cast<int>(expected.size());
  }
  EXPECT_GT(hits, 1000);
}

}  // namespace
}  // namespace harden::cli
