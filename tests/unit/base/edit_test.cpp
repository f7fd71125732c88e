#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/source/diagnostic.h"

namespace harden {
namespace {

TEST(Edits, InsertReplaceAndRemove) {
  EXPECT_EQ(apply_edits("abcdef", {{{1, 1}, "X"}, {{2, 4}, "Y"}, {{5, 6}, ""}}),
            "aXbYe");
}

TEST(Edits, InsertionsAtOnePlaceKeepTheirOrder) {
  EXPECT_EQ(apply_edits("ab", {{{1, 1}, "1"}, {{1, 1}, "2"}}), "a12b");
}

TEST(Edits, AnInsertionComesBeforeAReplacementAtItsPlace) {
  EXPECT_EQ(apply_edits("ab", {{{1, 2}, "B"}, {{1, 1}, "-"}}), "a-B");
}

TEST(Edits, OverlapIsABug) {
  EXPECT_THROW(apply_edits("abc", {{{0, 2}, ""}, {{1, 3}, ""}}),
               std::logic_error);
  EXPECT_THROW(apply_edits("abc", {{{2, 4}, ""}}), std::logic_error);
}

struct Example {
  std::string text;
  std::vector<Edit> edits;  // apart from each other, ascending
};

Example any_example() {
  Example example;
  example.text = *rc::gen::string<std::string>();
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(example.text.size());
  while (at < size && *rc::gen::inRange(0, 4) != 0) {
    const auto begin = at + *rc::gen::inRange<std::uint32_t>(0, size - at);
    const auto end = begin + *rc::gen::inRange<std::uint32_t>(0, size - begin);
    example.edits.push_back({{begin, end}, *rc::gen::string<std::string>()});
    at = end + 1;
  }
  return example;
}

TEST(Edits, TheOrderInWhichTheyAreGivenDoesNotMatter) {
  EXPECT_TRUE(rc::check("order", [] {
    const Example example = any_example();
    std::vector<Edit> reversed = example.edits;
    std::reverse(reversed.begin(), reversed.end());
    RC_ASSERT(apply_edits(example.text, example.edits) ==
              apply_edits(example.text, reversed));
  }));
}

TEST(Edits, BytesThatNoEditTouchesStay) {
  EXPECT_TRUE(rc::check("untouched bytes", [] {
    const Example example = any_example();
    const std::string result = apply_edits(example.text, example.edits);
    std::size_t source = 0;
    std::size_t target = 0;
    for (const Edit& edit : example.edits) {
      const std::size_t kept = edit.span.begin - source;
      RC_ASSERT(result.substr(target, kept) ==
                example.text.substr(source, kept));
      target += kept + edit.text.size();
      source = edit.span.end;
    }
    RC_ASSERT(result.substr(target) == example.text.substr(source));
  }));
}

TEST(Edits, OffsetsOfKeptBytesMapBack) {
  EXPECT_TRUE(rc::check("offsets", [] {
    const Example example = any_example();
    const std::string result = apply_edits(example.text, example.edits);
    const OffsetsBeforeEdits offsets(example.edits);
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    for (const Edit& edit : example.edits) {
      for (; source < edit.span.begin; ++source, ++target) {
        RC_ASSERT(offsets.of(target) == source);
      }
      target += static_cast<std::uint32_t>(edit.text.size());
      source = edit.span.end;
    }
    for (; target < result.size(); ++source, ++target) {
      RC_ASSERT(offsets.of(target) == source);
    }
  }));
}

}  // namespace
}  // namespace harden
