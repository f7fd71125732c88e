#include "base/text/enum_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace harden {
namespace {

enum class Tool { chosen, hammer, saw };
constexpr auto tools = enum_words<Tool::hammer, Tool::saw>("hammer", "saw");

TEST(EnumWords, GoBothWays) {
  EXPECT_EQ(tools.of(Tool::saw), "saw");
  EXPECT_EQ(tools.find("hammer"), Tool::hammer);
  EXPECT_THAT(tools.all(), testing::ElementsAre("hammer", "saw"));
}

TEST(EnumWords, KnowNoOthers) {
  EXPECT_EQ(tools.find("chosen"), std::nullopt);
  EXPECT_EQ(tools.find(""), std::nullopt);
  EXPECT_EQ(tools.of(Tool::chosen), "");
}

TEST(WordTable, TakesAnyValue) {
  constexpr auto words =
      word_table<bool>({{"yes", true}, {"no", false}, {"never", false}});
  EXPECT_EQ(words.find("no"), false);
  EXPECT_EQ(words.find("never"), false);
  EXPECT_EQ(words.of(false), "no");
}

}  // namespace
}  // namespace harden
