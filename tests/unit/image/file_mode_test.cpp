#include <gtest/gtest.h>

#include "image/files/run_paths.h"

namespace harden {
namespace {

TEST(FileMode, OpenWhenOthersMayWrite) {
  for (const char* mode : {"777", "0777", "1777", "666", "a+w", "o+w", "ugo+rw",
                           "u+x,o+w", "a=rwx"}) {
    EXPECT_EQ(mode_effect(mode), ModeEffect::open) << mode;
  }
}

TEST(FileMode, NarrowWhenOthersMayLessThanTheOwner) {
  for (const char* mode : {"600", "0700", "750", "744", "640", "775", "664",
                           "u+x", "g+w", "ug+rwx", "g=u", "go-rwx", "o-x"}) {
    EXPECT_EQ(mode_effect(mode), ModeEffect::narrow) << mode;
  }
}

TEST(FileMode, PlainOtherwise) {
  for (const char* mode : {"755", "0644", "555", "+x", "a+x", "a+rX", "u+w",
                           "go-w", "4755", "u+s", "+t", "", "x", "7"}) {
    EXPECT_EQ(mode_effect(mode), ModeEffect::plain) << mode;
  }
}

}  // namespace
}  // namespace harden
