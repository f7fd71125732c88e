#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "findings/report/fix_diff.h"

namespace harden {
namespace {

// With `text` put in at `at`.
std::string shown(const std::string& file, std::size_t at,
                  const std::string& text) {
  const auto place = static_cast<std::uint32_t>(at);
  const Fix fix{"t", Safety::safe, {{{place, place}, text}}};
  return fix_lines(SourceFile("f", file), fix, 1, Palette(false));
}

TEST(FixLines, AreThoseThatChange) {
  EXPECT_EQ(shown("a\nbc\nd\n", 3, "X"),
            " @@ -2 +2 @@\n"
            " -bc\n"
            " +bXc\n");
}

TEST(FixLines, BeginNearTheChangeWhereTheyAreLong) {
  const std::string line(120, 'a');
  const std::string lead(30, 'a');
  EXPECT_EQ(shown(line + "\n", 120, " && rm b"),
            " @@ -1 +1 @@\n"
            " -…" +
                lead +
                "\n"
                " +…" +
                lead + " && rm b\n");
}

TEST(FixLines, AreCutBehindTheChange) {
  const std::string line(200, 'a');
  EXPECT_EQ(shown(line + "\n", 10, "X"),
            " @@ -1 +1 @@\n"
            " -" +
                line.substr(0, 99) +
                "…\n"
                " +" +
                line.substr(0, 10) + "X" + line.substr(0, 88) + "…\n");
}

TEST(FixLines, KeepCharactersWhole) {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "é";
  const std::string text = shown(line + "xy\n", line.size() + 1, "Z");
  EXPECT_NE(text.find("…é"), std::string::npos) << text;
  EXPECT_EQ(text.find('<'), std::string::npos) << text;
}

}  // namespace
}  // namespace harden
