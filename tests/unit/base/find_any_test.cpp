#include "base/text/find_any.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(FindAnyOf, IsFindFirstOf) {
  for (const std::string_view text : {"", "abc", "a=b", "=", "a$b=c"}) {
    for (const std::size_t from : {0, 1, 2, 9}) {
      EXPECT_EQ(find_any_of(text, "=$", from), text.find_first_of("=$", from))
          << text << " from " << from;
    }
  }
}

TEST(ContainsWord, IsFind) {
  for (const std::string_view text :
       {"", "s", "su", "sudo", "use sudo", "ssudo", "sud", "su do", "susudo"}) {
    EXPECT_EQ(contains_word(text, "sudo"), text.find("sudo") != text.npos)
        << text;
  }
}

}  // namespace
}  // namespace harden
