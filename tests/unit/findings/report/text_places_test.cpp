#include "base/source/text_places.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace harden {
namespace {

void expect(const TextPlace& place, std::uint32_t line, std::uint32_t column,
            std::uint32_t utf16) {
  EXPECT_EQ(place.line, line);
  EXPECT_EQ(place.column, column);
  EXPECT_EQ(place.utf16_column, utf16);
}

TEST(TextPlaces, CountCharactersAndCodeUnits) {
  const SourceFile source("f", "ab\n\xc3\xa9\xf0\x9d\x92\xb3z\n");
  const TextPlaces places(source);
  expect(places.at(0), 1, 1, 1);
  expect(places.at(2), 1, 3, 3);
  expect(places.at(3), 2, 1, 1);
  expect(places.at(5), 2, 2, 2);   // behind é
  expect(places.at(9), 2, 3, 4);   // behind a character of two units
  expect(places.at(10), 2, 4, 5);  // the line's end
  expect(places.at(11), 3, 1, 1);
  expect(places.at(99), 3, 1, 1);
}

TEST(TextPlaces, LeaveOutAByteOrderMark) {
  const SourceFile source("f",
                          "\xef\xbb\xbf"
                          "ab\nc");
  const TextPlaces places(source);
  expect(places.at(0), 1, 1, 1);
  expect(places.at(3), 1, 1, 1);
  expect(places.at(4), 1, 2, 2);
  expect(places.at(6), 2, 1, 1);
}

TEST(TextPlaces, CountEachByteThatIsNotUtf8) {
  const SourceFile source("f", "\xff\xc3(\xf0\x9d\n");
  const TextPlaces places(source);
  expect(places.at(1), 1, 2, 2);
  expect(places.at(2), 1, 3, 3);
  expect(places.at(5), 1, 6, 6);
}

TEST(TextPlaces, AreInTheFile) {
  const SourceFile source("f", "abc");
  const TextPlaces places(source);
  EXPECT_EQ(places.inside({1, 9}), (Span{1, 3}));
  EXPECT_EQ(places.inside({9, 12}), (Span{3, 3}));
  const SourceFile none("f", "");
  expect(TextPlaces(none).at(0), 1, 1, 1);
}

// Beyond the distance at which counts are kept.
RC_GTEST_PROP(TextPlaces, AreThoseOfALongLine, ()) {
  const auto width = *rc::gen::inRange<std::size_t>(1, 3000);
  std::string line;
  for (std::size_t i = 0; i < width; ++i) line += "\xf0\x9d\x92\xb3";
  const SourceFile source("f", "x\n" + line + "\n");
  const auto index = *rc::gen::inRange<std::size_t>(0, width + 1);
  const TextPlace place =
      TextPlaces(source).at(static_cast<std::uint32_t>(2 + 4 * index));
  RC_ASSERT(place.line == 2U);
  RC_ASSERT(place.column == index + 1);
  RC_ASSERT(place.utf16_column == 2 * index + 1);
}

}  // namespace
}  // namespace harden
