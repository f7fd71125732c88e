#include "dockerfile/model/context_glob.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "memory_context.h"

namespace harden {
namespace {

TEST(ContextGlob, ReadsPatternsAsGoDoes) {
  EXPECT_TRUE(matches_path("*.sh", "run.sh"));
  EXPECT_FALSE(matches_path("*.sh", "bin/run.sh"));
  EXPECT_TRUE(matches_path("*/r?n.sh", "bin/run.sh"));
  EXPECT_FALSE(matches_path("bin?run.sh", "bin/run.sh"));
  EXPECT_TRUE(matches_path("[a-c]x", "bx"));
  EXPECT_FALSE(matches_path("[^a-c]x", "bx"));
  EXPECT_TRUE(matches_path("[^a-c]x", "dx"));
  EXPECT_TRUE(matches_path("\\*.sh", "*.sh"));
  EXPECT_FALSE(matches_path("\\*.sh", "a.sh"));
  EXPECT_TRUE(matches_path("a*b*c", "axxbyyc"));
  EXPECT_FALSE(matches_path("a*b*c", "axxbyy"));
  EXPECT_TRUE(matches_path("x*", "x"));
  EXPECT_TRUE(matches_path("", ""));
}

TEST(ContextGlob, RefusedPatternsMatchNothing) {
  for (const char* pattern : {"[", "[a", "[a-", "a\\", "[^"}) {
    EXPECT_FALSE(matches_path(pattern, "a")) << pattern;
  }
}

TEST(ContextGlob, ManyStarsAreQuick) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  EXPECT_FALSE(matches_path(pattern + "b", std::string(5000, 'a')));
}

TEST(ContextGlob, FindsWhatIsThere) {
  const MemoryContext context({{"a/x.sh", ""}, {"a/y.txt", ""}, {"z.sh", ""}});
  using Paths = std::vector<std::string>;
  EXPECT_EQ(context_matches(context, "./a/*.sh"), Paths{"a/x.sh"});
  EXPECT_EQ(context_matches(context, "*"), (Paths{"a", "z.sh"}));
  EXPECT_EQ(context_matches(context, "missing"), Paths{"missing"});
  EXPECT_EQ(context_matches(context, "/"), Paths{"."});
}

}  // namespace
}  // namespace harden
