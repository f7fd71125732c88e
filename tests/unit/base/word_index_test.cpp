#include "base/text/word_index.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text/word_lists.h"

namespace harden {
namespace {

struct Row {
  std::string_view name;
  int value;
};
// The middle ones differ in bytes that the hash does not look at.
constexpr Row rows[] = {{"", 1},          {"a", 2},         {"ab", 3},
                        {"abcdefghi", 4}, {"abXdefghi", 5}, {"abcdefgXi", 6},
                        {"apt-get", 7}};
constexpr auto slots = index_words(rows, &Row::name);
constexpr NamedRows<Row, &Row::name> named(rows, slots);

TEST(NamedRows, FindsEachRow) {
  for (const Row& it : rows) {
    const Row* found = named.find(it.name);
    ASSERT_NE(found, nullptr) << it.name;
    EXPECT_EQ(found->value, it.value) << it.name;
  }
}

TEST(NamedRows, FindsNothingElse) {
  for (const char* name :
       {"b", "abc", "abcdefghX", "aXcdefghi", "apt", "APT-GET"}) {
    EXPECT_EQ(named.find(name), nullptr) << name;
  }
  EXPECT_EQ(named.find(std::string(1'000'000, 'a')), nullptr);
}

TEST(NamedRows, KeepsTheOrder) {
  int value = 0;
  for (const Row& it : named) EXPECT_EQ(it.value, ++value);
}

constexpr std::string_view words[] = {"alpha", "beta", "gamma"};
constexpr auto word_slots = index_words(words);

TEST(SortedWords, TellsWhatItHolds) {
  constexpr SortedWords list(words, word_slots);
  static_assert(list.contains("beta"));
  static_assert(!list.contains("bet"));
  EXPECT_EQ(list.prefix_of("gamma rays"), "gamma");
  EXPECT_EQ(list.part_of("no alphabet"), "alpha");
  EXPECT_EQ(list.suffix_of("the delta"), "");
}

}  // namespace
}  // namespace harden
