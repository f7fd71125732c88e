#include "image/start/option_value.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace harden {
namespace {

using Argv = std::vector<std::string>;

std::string value(std::string_view option, const Argv& argv) {
  const std::array options{option};
  const auto found = find_option(options, argv);
  return found ? found->value : "none";
}

TEST(OptionValue, IsReadInAllItsSpellings) {
  EXPECT_EQ(value("-u", {"named", "-g", "-u", "bind"}), "bind");
  EXPECT_EQ(value("-u", {"named", "-ubind"}), "bind");
  EXPECT_EQ(value("--user", {"x", "--user=a"}), "a");
  EXPECT_EQ(value("--user", {"x", "--user", "a"}), "a");
  EXPECT_EQ(value("--user", {"x", "--username=a"}), "none");
  EXPECT_EQ(value("-u", {"x", "-u"}), "none");
  EXPECT_EQ(value("-u", {"x", "--", "-u", "a"}), "none");
}

TEST(OptionValue, TheLastOneCounts) {
  const std::array<std::string_view, 2> options{"-u", "--user"};
  const Argv argv{"x", "-u", "a", "--user=b"};
  const auto found = find_option(options, argv);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->value, "b");
  EXPECT_EQ(found->shown, "--user=b");
}

TEST(OptionValue, ArgumentsAreFoundByPattern) {
  const std::array<std::string_view, 2> patterns{"--dir", "*.conf"};
  EXPECT_TRUE(has_argument(patterns, Argv{"x", "/etc/x.conf"}));
  EXPECT_TRUE(has_argument(patterns, Argv{"x", "--dir=/data"}));
  EXPECT_FALSE(has_argument(patterns, Argv{"x", "--dirs"}));
}

}  // namespace
}  // namespace harden
