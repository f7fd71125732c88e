#include "base/text/duration.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <string>

namespace harden {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

// The cases of Go's src/time/time_test.go.
TEST(ParseDuration, ReadsWhatGoReads) {
  const std::pair<const char*, nanoseconds> cases[] = {
      {"0", 0s},
      {"5s", 5s},
      {"30s", 30s},
      {"1478s", 1478s},
      {"-5s", -5s},
      {"+5s", 5s},
      {"-0", 0s},
      {"5.0s", 5s},
      {"5.6s", 5600ms},
      {"5.s", 5s},
      {".5s", 500ms},
      {"1.0s", 1s},
      {"1.004s", 1004ms},
      {"100.00100s", 100001ms},
      {"10ns", 10ns},
      {"11us", 11us},
      {"12\xc2\xb5s", 12us},
      {"12\xce\xbcs", 12us},
      {"13ms", 13ms},
      {"0.3s", 300ms},
      {"3h30m", 210min},
      {"10.5s4m", 4min + 10500ms},
      {"1h2m3s4ms5us6ns", 1h + 2min + 3s + 4ms + 5us + 6ns},
      {"39h9m14.425s", 39h + 9min + 14425ms},
      {"52763797000ns", 52763797000ns},
      {"0.3333333333333333333h", 20min},
      {"9007199254740993ns", 9007199254740993ns},
      {"9223372036854775807ns", 9223372036854775807ns},
      {"9223372036.854775807s", 9223372036854775807ns},
      {"-9223372036854775808ns", nanoseconds::min()},
      {"0.100000000000000000000h", 6min},
      {"0.830103483285477580700h", 49min + 48s + 372539827ns},
  };
  for (const auto& [text, time] : cases) {
    EXPECT_EQ(parse_duration(text), time) << text;
  }
}

// `2562048h` is longer than Go can say; 0733439 wrote it as seconds.
TEST(ParseDuration, RefusesWhatGoRefuses) {
  for (const char* text : {"",
                           "3",
                           "-",
                           "s",
                           ".",
                           "-.",
                           ".s",
                           "+.s",
                           "5x",
                           "5s5",
                           "1d",
                           "-+5s",
                           " 5s",
                           "5 s",
                           "9223372036854775810ns",
                           "9223372036854775808ns",
                           "9223372036854ms775us808ns",
                           "-9223372036854775809ns",
                           "2562048h",
                           "3000000h",
                           "1.2.3s",
                           "1e3s",
                           "99999999999999999999s"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

// At 0733439 a microsecond was "1e-06s", which Go refuses.
TEST(DurationText, HasNoExponent) {
  EXPECT_EQ(duration_text(90s), "90s");
  EXPECT_EQ(duration_text(500ms), "0.5s");
  EXPECT_EQ(duration_text(1us), "0.000001s");
  EXPECT_EQ(duration_text(0s), "0s");
  EXPECT_EQ(duration_text(-1500ms), "-1.5s");
  EXPECT_EQ(duration_text(nanoseconds::max()), "9223372036.854775807s");
  EXPECT_EQ(duration_text(nanoseconds::min()), "-9223372036.854775808s");
}

TEST(DurationText, IsReadBack) {
  rc::check([](std::int64_t count) {
    const nanoseconds time(count);
    RC_ASSERT(parse_duration(duration_text(time)) == time);
  });
  rc::check([] {
    const nanoseconds time(*rc::gen::arbitrary<std::int64_t>() >>
                           *rc::gen::inRange(0, 63));
    RC_ASSERT(parse_duration(duration_text(time)) == time);
  });
}

}  // namespace
}  // namespace harden
